import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from './protocol.js';

const scheme = 'podlint-effective';
/**
 * What is shown: by itself, object after object with the reason of each default; or to be compared, the source with all
 * filled in.
 */
type Form = 'podlint/effective' | 'podlint/effectiveSource';
/** While one types, the effective Pod follows at a distance. Milliseconds. */
const delay = 200;

/** What would really run, as read-only documents that follow their sources. */
export class EffectivePods implements vscode.TextDocumentContentProvider {
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changes.event;
  private readonly pending = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri)),
    this.changes,
  ];

  constructor(private readonly client: BaseLanguageClient) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const answer = await ask(this.client, formOf(uri), sourceOf(uri));
    return answer?.text ?? '# No Kubernetes object is in this file, or it cannot be read.\n';
  }

  async show(source: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(effectiveUri(source, 'podlint/effective'));
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
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
    for (const timer of this.pending.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(source: vscode.Uri): void {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === scheme && uri.query === source.toString()) this.changeLater(uri);
    }
  }

  private changeLater(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.pending.get(key));
    this.pending.set(
      key,
      setTimeout(() => this.changes.fire(uri), delay),
    );
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
