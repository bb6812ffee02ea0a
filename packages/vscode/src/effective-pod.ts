import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FollowedDocuments } from './followed-documents.js';
import { ask, type Reason } from './protocol.js';

const scheme = 'podlint-effective';

/**
 * What would really run, as read-only documents that follow their sources: in the order of the source, with the reason
 * of each default beside it.
 */
export class EffectivePods implements vscode.Disposable, vscode.InlayHintsProvider {
  private readonly documents: FollowedDocuments;
  private readonly reasons = new Map<string, readonly Reason[]>();
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.changes.event;
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(private readonly client: BaseLanguageClient) {
    this.documents = new FollowedDocuments({
      scheme,
      text: (uri) => this.text(uri),
      dependsOn: (shown, changed) => shown.query === changed.toString(),
    });
    this.subscriptions = [
      vscode.languages.registerInlayHintsProvider({ scheme }, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.reasons.delete(uri.toString())),
      this.changes,
      this.documents,
    ];
  }

  async show(source: vscode.Uri): Promise<void> {
    await this.documents.show(effectiveUri(source));
  }

  async compare(source: vscode.Uri): Promise<void> {
    const name = source.path.split('/').at(-1) ?? '';
    await vscode.commands.executeCommand(
      'vscode.diff',
      source,
      effectiveUri(source),
      `${name}: as written, and as it would run`,
    );
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    return (this.reasons.get(document.uri.toString()) ?? [])
      .filter(({ line }) => line >= range.start.line && line <= range.end.line && line < document.lineCount)
      .map(({ line, why }) => {
        const hint = new vscode.InlayHint(document.lineAt(line).range.end, why);
        hint.paddingLeft = true;
        hint.tooltip = why;
        return hint;
      });
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async text(uri: vscode.Uri): Promise<string> {
    const answer = await ask(this.client, 'podlint/effectiveSource', vscode.Uri.parse(uri.query));
    this.reasons.set(uri.toString(), answer?.reasons ?? []);
    // The text is not there yet that they stand beside.
    setTimeout(() => this.changes.fire(), 0);
    return answer?.text ?? '# No Kubernetes object is in this file, or it cannot be read.\n';
  }
}

/** Called as its source, so that it is shown in colours; the source stands in the query. */
function effectiveUri(source: vscode.Uri): vscode.Uri {
  const [ending = '.yaml'] = /\.(?:ya?ml|json)$/i.exec(source.path) ?? [];
  const path = `${source.path.replace(/\.(?:ya?ml|json)$/i, '')}.effective${ending}`;
  return vscode.Uri.from({ scheme, path, query: source.toString() });
}
