import type { Location, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Range } from '@podlint/syntax';
import { anchorAt, anchorsOf } from '../../names/anchors.js';
import { documentAt } from '../../place/place.js';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';
import type { Refusal, Renameable } from './rename.js';

/** Where the anchor of the alias at an offset is; undefined where neither of them stands. */
export function anchorDefinition(view: FileView, offset: number): Location[] | undefined {
  const found = at(view, offset);
  return found && [locationOf(view, found.definition)];
}

/** Where the anchor at an offset is used. */
export function anchorReferences(
  view: FileView,
  offset: number,
  declarations: 'included' | 'left out',
): Location[] | undefined {
  const found = at(view, offset);
  if (!found) return undefined;
  const ranges = declarations === 'included' ? [found.definition, ...found.uses] : found.uses;
  return ranges.map((range) => locationOf(view, range));
}

export function prepareAnchorRename(view: FileView, offset: number): Renameable | undefined {
  const found = at(view, offset);
  const range =
    found && [found.definition, ...found.uses].find(({ start, end }) => start - 1 <= offset && offset <= end);
  return range && { range: toRange(view.text, range), placeholder: found.name };
}

/** An anchor and its aliases, which are all in one document. */
export function renameAnchor(view: FileView, offset: number, newName: string): WorkspaceEdit | Refusal | undefined {
  const found = at(view, offset);
  if (!found) return undefined;
  // What the scanner of the API server takes (yaml_parser_scan_anchor, sigs.k8s.io/yaml/goyaml.v2/scannerc.go).
  if (!/^[\w-]+$/.test(newName))
    return { refused: `"${newName}" cannot be the name of an anchor: it takes letters, digits, "-" and "_".` };
  const document = documentAt(view, offset)!.document;
  // An alias means the last anchor of its name above it.
  if (newName !== found.name && anchorsOf(document).some(({ name }) => name === newName))
    return { refused: `There is another anchor "${newName}" already.` };
  const edits = [found.definition, ...found.uses].map((range): TextEdit => ({
    range: toRange(view.text, range),
    newText: newName,
  }));
  return { changes: { [view.uri]: edits } };
}

function at(view: FileView, offset: number): ReturnType<typeof anchorAt> {
  const found = documentAt(view, offset);
  return found && anchorAt(found.document, offset);
}

function locationOf(view: FileView, range: Range): Location {
  return { uri: view.uri, range: toRange(view.text, range) };
}
