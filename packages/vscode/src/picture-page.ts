import { own } from '@podlint/plain';

export interface Picture {
  readonly svg: string;
  /** The same in words, for who cannot see the picture. */
  readonly text: string;
}

const style = `
body { margin: 0; padding: 16px; }
img { display: block; width: 100%; min-width: 640px; max-width: 960px; border-radius: 6px; color-scheme: light; }
.vscode-dark img, .vscode-high-contrast:not(.vscode-high-contrast-light) img { color-scheme: dark; }
`;

/**
 * A page without scripts. The drawing is an image, so that nothing of its markup is part of the page, and its colours
 * follow the editor's theme (an SVG image takes `prefers-color-scheme` from the element that shows it).
 */
export function picturePage(picture: Picture | null, nothing: string): string {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'`;
  const content = picture
    ? `<img alt="${escape(picture.text)}" src="data:image/svg+xml;utf8,${encodeURIComponent(picture.svg)}">`
    : `<p>${escape(nothing)}</p>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style nonce="${nonce}">${style}</style></head><body>${content}</body></html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => own(entities, char)!);
}
