import type { DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { anchorAt } from '../../names/anchors.js';
import { documentAt } from '../../place/place.js';
import { toRange } from '../../place/ranges.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { mentionAt } from './mention-at.js';
import { occurrencesOf } from './occurrences.js';

const read: DocumentHighlightKind = 2;
const written: DocumentHighlightKind = 3;

/** The places of a file where the name at an offset stands. */
export function highlights(view: FileView, offset: number): DocumentHighlight[] {
  const found = documentAt(view, offset);
  const anchor = found && anchorAt(found.document, offset);
  if (anchor)
    return [
      { range: toRange(view.text, anchor.definition), kind: written },
      ...anchor.uses.map((range) => ({ range: toRange(view.text, range), kind: read })),
    ];
  const mention = mentionAt(view, offset);
  if (!mention) return [];
  return occurrencesOf(mention, only(view))
    .filter(({ object }) => object.file.uri === view.uri)
    .map(({ range, role }) => ({ range: toRange(view.text, range), kind: role === 'definition' ? written : read }));
}

/** Asked at every move of the cursor: no other file is looked at. */
function only(view: FileView): WorkspaceView {
  return { file: () => view, anyFile: () => view, files: () => [view], customResources: undefined };
}
