import * as vscode from 'vscode';

/** While one types, what is shown follows at a distance. Milliseconds. */
const delay = 200;

export interface Following {
  readonly scheme: string;
  text(uri: vscode.Uri): Promise<string>;
  /** Whether what is shown may be another text once a document has changed. */
  dependsOn(shown: vscode.Uri, changed: vscode.Uri): boolean;
}

/** Read-only documents of a scheme, which follow what they are made of. */
export class FollowedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changes.event;
  private readonly pending = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(private readonly following: Following) {
    this.subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(following.scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri)),
      this.changes,
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.following.text(uri);
  }

  /** Beside what the user is writing. */
  async show(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  dispose(): void {
    for (const timer of this.pending.values()) clearTimeout(timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private follow(changed: vscode.Uri): void {
    const { scheme } = this.following;
    if (changed.scheme === scheme) return;
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === scheme && this.following.dependsOn(uri, changed)) this.changeLater(uri);
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
