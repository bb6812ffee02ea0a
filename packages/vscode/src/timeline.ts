import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from './protocol.js';
import { timelinePage } from './timeline-page.js';

/** While one types, the picture follows at a distance. Milliseconds. */
const delay = 200;

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly source: vscode.Uri;
  readonly position: vscode.Position | undefined;
}

/** Pictures of when probes run, succeed and kill, one panel for a source; they follow what is typed. */
export class Timelines {
  private readonly panels = new Map<string, Shown>();
  private pending: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri));

  constructor(private readonly client: BaseLanguageClient) {}

  async show(source: vscode.Uri, position?: vscode.Position): Promise<void> {
    const key = source.toString();
    const panel = this.panels.get(key)?.panel ?? this.open(key);
    const shown = { panel, source, position };
    this.panels.set(key, shown);
    panel.reveal(panel.viewColumn ?? vscode.ViewColumn.Beside, true);
    await this.draw(shown);
  }

  dispose(): void {
    clearTimeout(this.pending);
    this.subscription.dispose();
    for (const { panel } of this.panels.values()) panel.dispose();
  }

  private open(key: string): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'podlint.timeline',
      'Probe timeline',
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    panel.onDidDispose(() => this.panels.delete(key));
    return panel;
  }

  private async draw({ panel, source, position }: Shown): Promise<void> {
    const timeline = await ask(this.client, 'podlint/timeline', source, position);
    if (timeline) panel.title = `Probes: ${timeline.heading}`;
    panel.webview.html = timelinePage(timeline);
  }

  private follow(source: vscode.Uri): void {
    const shown = this.panels.get(source.toString());
    if (!shown) return;
    clearTimeout(this.pending);
    this.pending = setTimeout(() => {
      this.draw(shown).catch((error: unknown) => this.client.error('The timeline cannot be drawn anew.', error, false));
    }, delay);
  }
}
