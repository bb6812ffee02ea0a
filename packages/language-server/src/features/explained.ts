import { createLinterWith, type CustomResources, type Explanation } from '@podlint/engine';
import type { Position } from 'vscode-languageserver-types';
import type { DocumentView, FileView } from '../service/file-view.js';

/** Of the objects that have what is asked for the one at a position, or else all of the file. */
export function explainedAt(
  file: FileView,
  position: Position | undefined,
  has: (explanation: Explanation) => boolean,
  customResources?: CustomResources,
): readonly Explanation[] {
  const linter = createLinterWith([], { settingsFor: () => file.settings }, { customResources });
  const all = linter.explain([{ path: file.path, text: file.text.getText() }]).filter(has);
  const here = position && placeOf(file, position);
  const meant = all.filter(({ index, item }) => index === here?.index && item === here.item);
  return meant.length > 0 ? meant : all;
}

export function nameOf({ kind, name }: Explanation): string {
  return [kind, name].filter(Boolean).join(' ');
}

/** Which document a position is in, and which item of a List. */
function placeOf(
  { text, documents }: FileView,
  position: Position,
): { readonly index: number; readonly item?: number | undefined } | undefined {
  const offset = text.offsetAt(position);
  const view = documents.findLast(({ document }) => document.range.start <= offset) ?? documents[0];
  return view && { index: view.index, item: itemAt(view, offset) };
}

function itemAt({ document, objects }: DocumentView, offset: number): number | undefined {
  return (objects.findLast(({ node }) => document.rangeOf(node).start <= offset) ?? objects[0])?.item;
}
