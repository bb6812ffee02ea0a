import type { FieldPath } from '@podlint/field-path';
import {
  breakOf,
  lineStart,
  moveEntry,
  nestEntry,
  removeEntry,
  renameKey,
  replaceScalar,
  type NodeId,
  type ScalarValue,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';
import type { ProblemFix } from './problem.js';
import { nodeAt, type ObjectSource } from './source.js';

type Place = Pick<ObjectSource, 'document' | 'start'>;
type Safety = ProblemFix['safety'];

function fixWith(title: string, safety: Safety, edits: readonly TextEdit[] | undefined): ProblemFix[] {
  return edits ? [{ title, safety, edits }] : [];
}

export function renameFix(place: Place, path: FieldPath, name: string, safety: Safety): ProblemFix[] {
  const node = nodeAt(place, path);
  return node === undefined ? [] : fixWith(`Rename to "${name}"`, safety, renameKey(place.document, node, name));
}

/** Moves a field, under its own name, into the struct at the path. */
export function moveFix(place: Place, path: FieldPath, struct: FieldPath, safety: Safety): ProblemFix[] {
  const { document, start } = place;
  const node = nodeAt(place, path);
  if (node === undefined) return [];
  const goal = struct.length === 0 ? 'the top of the object' : struct.toString();
  return fixWith(
    `Move to ${goal}`,
    safety,
    moveEntry(document, node, { from: start, keys: struct.segments }) ?? nestWithin(document, node, path, struct),
  );
}

/** The only field of a struct cannot leave it for a struct inside of it, but that can be put around the field. */
function nestWithin(document: YamlDocument, node: NodeId, path: FieldPath, struct: FieldPath): TextEdit[] | undefined {
  const inner = struct.segment;
  const parent = document.parent(node);
  const isInside = struct.length > 0 && struct.holder.equals(path.holder);
  if (!isInside || typeof inner !== 'string' || parent === undefined || document.children(parent).length > 1)
    return undefined;
  return nestEntry(document, node, inner);
}

export function removeFix({ document }: Place, node: NodeId, title: string): ProblemFix[] {
  return fixWith(title, 'unsafe', removeEntry(document, node));
}

export function replaceFix(
  { document }: Place,
  node: NodeId,
  value: ScalarValue,
  safety: Safety,
  title = `Write ${typeof value === 'string' ? `"${value}"` : value}`,
): ProblemFix[] {
  return fixWith(title, safety, replaceScalar(document, node, value));
}

/** Makes a string of what YAML takes for a number or a boolean: the characters stay. */
export function quoteFix({ document }: Place, node: NodeId): ProblemFix[] {
  const text = document.scalarText(node);
  return text === undefined ? [] : fixWith('Put it in quotes', 'safe', replaceScalar(document, node, text));
}

/** Takes the quotes off a number. */
export function unquoteFix({ document }: Place, node: NodeId): ProblemFix[] {
  const text = document.scalarText(node);
  const isQuoted = document.style(node) === 'double-quoted' || document.style(node) === 'single-quoted';
  if (text === undefined || !isQuoted || document.propertiesRange(node) || document.aliasTarget(node) !== undefined)
    return [];
  return fixWith('Take the quotes off', 'safe', [{ range: document.rangeOf(node), text }]);
}

/** Makes a list of one item of a scalar. */
export function listFix({ document }: Place, node: NodeId): ProblemFix[] {
  const range = document.rangeOf(node);
  const written = document.text.slice(range.start, range.end);
  const style = document.style(node);
  const holdsInBrackets =
    style === 'double-quoted' ||
    style === 'single-quoted' ||
    (style === 'plain' && /^[^\s,[\]{}#:&*!|>'"%@`][^,[\]{}#\r\n]*$/.test(written));
  return holdsInBrackets && written !== ''
    ? fixWith('Make it a list of one item', 'unsafe', [{ range, text: `[${written}]` }])
    : [];
}

/** Writes a field before the object's first one, where a reader looks for apiVersion and kind. */
export function insertFirstFix({ document, start }: Place, name: string, value: string): ProblemFix[] {
  const [first] = document.children(start);
  const key = first === undefined ? undefined : document.keyRange(first);
  if (!key) return [];
  const { text } = document;
  const column = key.start - lineStart(text, key.start);
  const separator = document.style(start) === 'flow' ? ', ' : breakOf(text) + ' '.repeat(column);
  return fixWith(`Add "${name}: ${value}"`, 'safe', [
    { range: { start: key.start, end: key.start }, text: `${name}: ${value}${separator}` },
  ]);
}
