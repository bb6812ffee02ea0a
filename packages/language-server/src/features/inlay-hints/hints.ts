import { pushAll } from '@podlint/plain';
import type { Range } from '@podlint/syntax';
import type { InlayHint } from 'vscode-languageserver-types';
import type { FileView } from '../../service/file-view.js';
import { hintKinds, type HintKind } from './kinds.js';
import { defaultHints } from './defaults.js';
import { type Hint, toInlayHint } from './hint.js';
import { podHints } from './pod.js';

function isApart(a: Range, b: Range): boolean {
  return a.end < b.start || a.start > b.end;
}

/** What the server makes of a range of the text, beside what is written there. */
export function inlayHints(view: FileView, range: Range, kinds: readonly HintKind[] = hintKinds): InlayHint[] {
  const hints: Hint[] = [];
  for (const { document, objects } of view.documents) {
    if (isApart(document.range, range)) continue;
    for (const object of objects)
      if (!isApart(document.rangeOf(object.node), range))
        pushAll(hints, [...podHints(view, object), ...defaultHints(view, object)]);
  }
  const wanted = hints.filter(
    ({ kind, offset }) => kinds.includes(kind) && offset >= range.start && offset <= range.end,
  );
  return wanted.sort((a, b) => a.offset - b.offset).map((hint) => toInlayHint(view.text, hint));
}
