import type { NodeId, Range, TextEdit, YamlDocument } from '../document.js';
import { isBarePair, placeAmong, writtenEntries } from './entries.js';
import { deletion, endOf, insertion, lineEnd, lineStart, startsItsLine } from './layout.js';
import { breakOf } from '../stream-text.js';

/** The text of an entry in a flow collection. */
export function flowEntryRange(document: YamlDocument, node: NodeId): Range {
  const start = document.keyRange(node)?.start ?? document.propertiesRange(node)?.start ?? document.rangeOf(node).start;
  return { start, end: Math.max(endOf(document, node), document.keyRange(node)?.end ?? 0) };
}

/** Takes an entry and its comma out of a flow collection. */
export function removeFromFlow(document: YamlDocument, node: NodeId): TextEdit[] | undefined {
  const parent = document.parent(node)!;
  const entry = flowEntryRange(document, node);
  if (isBarePair(document, parent)) return [{ range: entry, text: '{}' }];
  const { text } = document;
  const siblings = writtenEntries(document, parent);
  const at = placeAmong(siblings, node);
  const before =
    siblings[at - 1] === undefined
      ? document.rangeOf(parent).start + 1
      : flowEntryRange(document, siblings[at - 1]!).end;
  if (!/^[\s,]*$/.test(text.slice(before, entry.start).replaceAll(/#.*/g, ''))) return undefined;
  const comma = /^\s*,/.exec(text.slice(entry.end))?.[0].length ?? 0;
  const next = siblings[at + 1];
  if (next === undefined)
    return [
      isBlankBetween(text, before, entry.start) && at > 0
        ? deletion(before, entry.end)
        : deletion(entry.start, entry.end + (at > 0 ? 0 : comma)),
    ];
  const nextStart = flowEntryRange(document, next).start;
  return [deletion(entry.start, isBlankBetween(text, entry.end + comma, nextStart) ? nextStart : entry.end + comma)];
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  return /^[\s,]*$/.test(text.slice(from, to));
}

/** Puts an entry at the end of a flow collection, or behind one of its entries. */
export function insertIntoFlow(
  document: YamlDocument,
  collection: NodeId,
  entry: string,
  after?: NodeId,
): TextEdit[] | undefined {
  if (isBarePair(document, collection)) return undefined;
  const last = after ?? writtenEntries(document, collection).at(-1);
  if (last === undefined) return [insertion(document.rangeOf(collection).start + 1, entry)];
  const { start, end } = flowEntryRange(document, last);
  const added = gapBefore(document.text, start) + entry;
  const comment = startsItsLine(document.text, start) ? commentBehind(document.text, end) : '';
  return [{ range: { start: end, end: end + comment.length }, text: `,${comment}${added}` }];
}

/** The comment that ends the line of an entry, with the blanks before it: it stays with the entry. */
function commentBehind(text: string, end: number): string {
  return /^[ \t]+#.*$/.exec(text.slice(end, lineEnd(text, end)))?.[0] ?? '';
}

/**
 * What stands between the entries of a flow collection: a blank, or a line of its own for each, as most JSON has it.
 */
function gapBefore(text: string, start: number): string {
  return startsItsLine(text, start) ? breakOf(text) + text.slice(lineStart(text, start), start) : ' ';
}
