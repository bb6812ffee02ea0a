import { pushAll } from '@podlint/plain';
import type { Range } from '@podlint/syntax';
import type { InlayHint } from 'vscode-languageserver-types';
import type { FileView } from '../../service/file-view.js';
import { hintKinds, type HintKind } from './kinds.js';
import { defaultHints } from './defaults.js';
import { type Hint, toInlayHint } from './hint.js';
import { podHints } from './pod.js';

export interface HintOptions {
  readonly kinds?: readonly HintKind[];
  /** Whether lenses above the text say when probes kill, so that no hint has to. */
  readonly lenses?: 'shown' | 'not shown';
}

function isApart(a: Range, b: Range): boolean {
  return a.end < b.start || a.start > b.end;
}

/** What the server makes of a range of the text, beside what is written there: one hint a line. */
export function inlayHints(
  view: FileView,
  range: Range,
  { kinds = hintKinds, lenses = 'not shown' }: HintOptions = {},
): InlayHint[] {
  const hints: Hint[] = [];
  for (const { document, objects } of view.documents) {
    if (isApart(document.range, range)) continue;
    for (const object of objects)
      if (!isApart(document.rangeOf(object.node), range))
        pushAll(hints, [...podHints(view, object), ...defaultHints(view, object)]);
  }
  const wanted = hints.filter(
    ({ kind, offset, inLens }) =>
      kinds.includes(kind) && offset >= range.start && offset <= range.end && !(inLens && lenses === 'shown'),
  );
  return onePerLine(view, wanted)
    .sort((a, b) => a.offset - b.offset)
    .map((hint) => toInlayHint(view.text, hint));
}

/** What one looks for first. */
const order: readonly HintKind[] = ['probes', 'imagePullPolicy', 'qos', 'defaults'];

function onePerLine({ text }: FileView, hints: readonly Hint[]): Hint[] {
  const byLine = new Map<number, Hint>();
  for (const hint of hints) {
    const { line } = text.positionAt(hint.offset);
    const known = byLine.get(line);
    if (!known || order.indexOf(hint.kind) < order.indexOf(known.kind)) byLine.set(line, hint);
  }
  return [...byLine.values()];
}
