import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { picturePage, type Fit, type Picture } from './picture-page.js';
import { ask, type PictureRequest, type Question } from './protocol.js';

/** While one types, the picture follows at a distance. Milliseconds. */
const delay = 200;

/** A sort of picture that the server draws of a document. */
export interface PictureKind {
  readonly request: PictureRequest;
  /** Of the panel, for VS Code. */
  readonly view: string;
  /** Of the panel before there is a picture, and in front of what one is about. */
  readonly title: string;
  readonly about: string;
  /** What is said where there is nothing to draw. */
  readonly nothing: string;
  readonly fit: Fit;
}

export const timelines: PictureKind = {
  request: 'podlint/timeline',
  view: 'podlint.timeline',
  title: 'Probe timeline',
  about: 'Probes',
  nothing: 'No container of this document has probes, or the document cannot be read.',
  fit: 'fits',
};

export const references: PictureKind = {
  request: 'podlint/references',
  view: 'podlint.references',
  title: 'References',
  about: 'References',
  nothing: 'No object of this document refers to another one, and none refers to it.',
  fit: 'scrolls',
};

export const lives: PictureKind = {
  request: 'podlint/life',
  view: 'podlint.life',
  title: 'Life of the Pod',
  about: 'Life',
  nothing: 'This document makes no Pod, or it cannot be read.',
  fit: 'fits',
};

interface Shown {
  readonly panel: vscode.WebviewPanel;
  readonly source: vscode.Uri;
  readonly question: Question;
  /** What was drawn last. */
  picture: Picture | undefined;
}

const stale = 'As it was: of the text as it is now nothing can be drawn.';

/** Pictures of one kind, one panel for a source; they follow what is typed. */
export class Pictures {
  private readonly panels = new Map<string, Shown>();
  private pending: ReturnType<typeof setTimeout> | undefined;
  private readonly subscription = vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document.uri));

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly kind: PictureKind,
  ) {}

  async show(source: vscode.Uri, question: Question = {}): Promise<void> {
    const key = source.toString();
    const panel = this.panels.get(key)?.panel ?? this.open(key);
    const shown: Shown = { panel, source, question, picture: undefined };
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
      this.kind.view,
      this.kind.title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    panel.onDidDispose(() => this.panels.delete(key));
    return panel;
  }

  private async draw(shown: Shown): Promise<void> {
    const { panel, source, question } = shown;
    const { request, about, nothing, fit } = this.kind;
    const answer = await ask(this.client, request, source, question);
    const problem = answer && 'problem' in answer ? answer.problem : undefined;
    const picture = answer && 'svg' in answer ? answer : undefined;
    if (picture) panel.title = `${about}: ${picture.heading}`;
    // Half a value leaves nothing to draw, and an empty pane would jump at every key.
    const last = problem === undefined ? shown.picture : undefined;
    shown.picture = picture ?? last;
    const words = picture ? '' : last ? stale : (problem ?? nothing);
    panel.webview.html = picturePage(shown.picture ?? null, words, fit);
  }

  private follow(source: vscode.Uri): void {
    const shown = this.panels.get(source.toString());
    if (!shown) return;
    clearTimeout(this.pending);
    this.pending = setTimeout(() => {
      this.draw(shown).catch((error: unknown) => this.client.error('The picture cannot be drawn anew.', error, false));
    }, delay);
  }
}
