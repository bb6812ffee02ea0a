import { own } from '@podlint/plain';
import { pictureStyle } from './picture-style.js';

export interface Picture {
  readonly svg: string;
  /** Drawn for a pane of any width, where there is such a drawing. */
  readonly html?: string;
  /** The same in words, for who cannot see the picture, or wants to copy them. */
  readonly text: string;
}

/** Whether a drawing becomes smaller with its pane, or keeps its size and is moved to and fro. */
export type Fit = 'fits' | 'scrolls';

/**
 * A page of a picture, or of words in its place or above it. It is without scripts, in the colours and the font of the editor: the drawing is a part of it, so that its texts can
 * be selected. All that comes from a manifest is text in it (svg-elements.ts), and the policy lets nothing run or load.
 */
export function picturePage(picture: Picture | null, words: string, fit: Fit): string {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  const said = words === '' ? '' : `<p class="${picture ? 'stale' : 'nothing'}">${escape(words)}</p>`;
  const content = said + (picture ? contentOf(picture, fit) : '');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style nonce="${nonce}">${pictureStyle}</style></head><body>${content}</body></html>`;
}

function contentOf({ html, svg, text }: Picture, fit: Fit): string {
  if (html !== undefined) return html;
  const drawing = svg.replace(/<style>[^<]*<\/style>/, '');
  return `<div class="drawing ${fit}">${drawing}</div><details><summary>In words</summary><pre>${escape(text)}</pre></details>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => own(entities, char)!);
}
