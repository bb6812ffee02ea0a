import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isServed } from './documents.js';
import { ask } from './protocol.js';

const icons = { accepted: 'pass', rejected: 'error', unchecked: 'circle-slash' } as const;

/** The version that the active document is checked against, and what the server would say to it. */
export class StatusBar {
  private readonly item = vscode.window.createStatusBarItem('podlint.status', vscode.StatusBarAlignment.Right, 100);
  private readonly subscriptions = [
    this.item,
    vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => this.updateIfActive(uris)),
  ];

  constructor(private readonly client: BaseLanguageClient) {
    this.item.name = 'podlint: Kubernetes version and verdict';
    this.item.command = 'podlint.chooseKubernetesVersion';
  }

  update(): void {
    this.show().catch((error: unknown) =>
      this.client.error('What the server says to the active document is not known.', error, false),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private updateIfActive(uris: readonly vscode.Uri[]): void {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    if (uris.some((uri) => uri.toString() === active)) this.update();
  }

  private async show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const status =
      document && isServed(document) && this.client.isRunning()
        ? await ask(this.client, 'podlint/status', document.uri)
        : null;
    if (document !== vscode.window.activeTextEditor?.document) return;
    void vscode.commands.executeCommand('setContext', 'podlint.isManifest', status !== null);
    if (!status) {
      this.item.hide();
      return;
    }
    this.item.text = `$(${icons[status.verdict]}) ${status.text}`;
    this.item.tooltip = new vscode.MarkdownString(status.tooltip);
    this.item.show();
  }
}
