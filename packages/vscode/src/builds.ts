import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FollowedDocuments } from './followed-documents.js';
import { ask } from './protocol.js';

const scheme = 'podlint-build';
const nothing = 'podlint: no kustomization of this workspace builds this file, or what takes it in cannot be built.';

/** What kustomizations make, as read-only documents that follow the files which they take in. */
export class Builds implements vscode.Disposable {
  private readonly documents: FollowedDocuments;

  constructor(private readonly client: BaseLanguageClient) {
    this.documents = new FollowedDocuments({
      scheme,
      text: async (uri) => {
        const answer = await ask(client, 'podlint/build', vscode.Uri.parse(uri.query), { root: uri.fragment });
        return answer?.text ?? '# It cannot be built as it is now: see the problems of its files.\n';
      },
      // Any file of a workspace may be one that is taken in.
      dependsOn: () => true,
    });
  }

  /** All that a kustomization builds, or what one of those that take a file in makes of it. */
  async show(source: vscode.Uri): Promise<void> {
    const root = await this.chosen(source);
    if (root !== undefined) await this.documents.show(buildUri(source, root));
  }

  /** A file beside what comes out of it. */
  async compare(source: vscode.Uri): Promise<void> {
    const root = await this.chosen(source);
    if (root === undefined) return;
    const name = source.path.split('/').at(-1) ?? '';
    await vscode.commands.executeCommand(
      'vscode.diff',
      source,
      buildUri(source, root),
      `${name}: as written, and as ${root} builds it`,
    );
  }

  dispose(): void {
    this.documents.dispose();
  }

  /** The kustomization, which the user chooses where several take the file in. */
  private async chosen(source: vscode.Uri): Promise<string | undefined> {
    const answer = await ask(this.client, 'podlint/build', source);
    const roots = answer?.roots ?? [];
    if (roots.length === 0) void vscode.window.showInformationMessage(nothing);
    return roots.length > 1 ? vscode.window.showQuickPick([...roots], { title: 'As built by' }) : roots[0];
  }
}

/** The source stands in the query, the kustomization in the fragment. */
function buildUri(source: vscode.Uri, root: string): vscode.Uri {
  const path = source.path.replace(/(?:\.ya?ml|\.json)?$/i, '.built.yaml');
  return vscode.Uri.from({ scheme, path, query: source.toString(), fragment: root });
}
