import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FollowedDocuments } from './followed-documents.js';
import { ask } from './protocol.js';

const scheme = 'podlint-effective';
/**
 * What is shown: by itself, object after object with the reason of each default; or to be compared, the source with all
 * filled in.
 */
type Form = 'podlint/effective' | 'podlint/effectiveSource';

/** What would really run, as read-only documents that follow their sources. */
export class EffectivePods implements vscode.Disposable {
  private readonly documents: FollowedDocuments;

  constructor(client: BaseLanguageClient) {
    this.documents = new FollowedDocuments({
      scheme,
      text: async (uri) => {
        const answer = await ask(client, formOf(uri), sourceOf(uri));
        return answer?.text ?? '# No Kubernetes object is in this file, or it cannot be read.\n';
      },
      dependsOn: (shown, changed) => shown.query === changed.toString(),
    });
  }

  async show(source: vscode.Uri): Promise<void> {
    await this.documents.show(effectiveUri(source, 'podlint/effective'));
  }

  async compare(source: vscode.Uri): Promise<void> {
    const name = source.path.split('/').at(-1) ?? '';
    await vscode.commands.executeCommand(
      'vscode.diff',
      source,
      effectiveUri(source, 'podlint/effectiveSource'),
      `${name}: as written, and as it would run`,
    );
  }

  dispose(): void {
    this.documents.dispose();
  }
}

/**
 * Ends as its text is written, so that it is shown in colours; the source stands in the query, the form in the
 * fragment.
 */
function effectiveUri(source: vscode.Uri, form: Form): vscode.Uri {
  const path =
    form === 'podlint/effective' ? source.path.replace(/(?:\.ya?ml|\.json)?$/i, '.effective.yaml') : source.path;
  return vscode.Uri.from({ scheme, path, query: source.toString(), fragment: form });
}

function sourceOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(uri.query);
}

function formOf(uri: vscode.Uri): Form {
  return uri.fragment as Form;
}
