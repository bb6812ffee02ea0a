import type { NodeId, TextEdit, YamlDocument } from '../document.js';
import { keepsBlankLines, placeAmong, writtenEntries } from './entries.js';
import { removeFromFlow } from './flow.js';
import {
  columnOf,
  deletion,
  endOf,
  entryEnd,
  entryLines,
  entryStart,
  insertion,
  isFlow,
  isReferredTo,
} from './layout.js';

/**
 * Takes a mapping's entry or a list's item out, with the comments that are its own: those on its lines, inside of it
 * and directly above it.
 * What loses its last entry becomes `{}` or `[]`. Undefined for what cannot go: the root, and what an alias elsewhere
 * refers to.
 */
export function removeEntry(document: YamlDocument, node: NodeId): TextEdit[] | undefined {
  const parent = document.parent(node);
  if (parent === undefined || isReferredTo(document, node)) return undefined;
  if (isFlow(document, parent)) return removeFromFlow(document, node);
  const siblings = writtenEntries(document, parent);
  return siblings.length === 1 ? removeOnly(document, parent, node) : removeOneOf(document, siblings, node);
}

/** The same, but what would be left empty goes too: its parent, and so on up. The root stays, as `{}` or `[]`. */
export function removeEntryAndEmptyParents(document: YamlDocument, node: NodeId): TextEdit[] | undefined {
  return removeEntry(document, outermostEmptied(document, node));
}

/** The outermost of the nodes that hold nothing but this one; below the root. */
export function outermostEmptied(document: YamlDocument, node: NodeId): NodeId {
  let top = node;
  for (
    let parent = document.parent(node);
    parent !== undefined && document.parent(parent) !== undefined;
    parent = document.parent(parent)
  ) {
    if (writtenEntries(document, parent).length > 1) break;
    top = parent;
  }
  return top;
}

function removeOneOf(document: YamlDocument, siblings: readonly NodeId[], node: NodeId): TextEdit[] | undefined {
  const lines = entryLines(document, node);
  if (!lines) return removeBehindDash(document, siblings, node);
  const before = siblings[placeAmong(siblings, node) - 1];
  const takesBlankLines = before !== undefined && keepsBlankLines(document, before);
  return [deletion(lines.start, takesBlankLines ? blankLinesEnd(document.text, lines.end) : lines.end)];
}

function blankLinesEnd(text: string, from: number): number {
  return from + /^(?:[ \t]*(?:\r\n|\r|\n))*/.exec(text.slice(from))![0].length;
}

/** The first entry behind a dash: the next one takes its place, or the dash stands alone above comments. */
function removeBehindDash(document: YamlDocument, siblings: readonly NodeId[], node: NodeId): TextEdit[] | undefined {
  const { text } = document;
  const start = entryStart(document, node);
  const next = siblings[placeAmong(siblings, node) + 1];
  const nextStart = next === undefined ? undefined : entryStart(document, next);
  if (start === undefined || nextStart === undefined) return undefined;
  const column = columnOf(text, start);
  const end = entryEnd(text, endOf(document, node), column, document.range.end);
  const isNextOnTop = text.slice(end, nextStart).trim() === '';
  return [isNextOnTop ? deletion(start, nextStart) : deletion(start, lastBreak(text, end))];
}

/** The place of the line break before an offset. */
function lastBreak(text: string, end: number): number {
  if (text.startsWith('\r\n', end - 2)) return end - 2;
  return /[\r\n]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** Leaves the empty collection where its only entry was. */
function removeOnly(document: YamlDocument, parent: NodeId, node: NodeId): TextEdit[] | undefined {
  const { text } = document;
  const empty = document.kind(parent) === 'mapping' ? '{}' : '[]';
  const lines = entryLines(document, node);
  const head = headEnd(document, parent);
  if (lines && head !== undefined && head <= lines.start)
    return [insertion(head, ` ${empty}`), deletion(lines.start, lines.end)];
  const start = lines?.start ?? entryStart(document, node);
  if (start === undefined) return undefined;
  const end = lastBreak(
    text,
    entryEnd(text, endOf(document, node), columnOf(text, entryStart(document, node)!), document.range.end),
  );
  return [{ range: { start, end: Math.max(end, start) }, text: empty }];
}

/** Where the value of an entry may start: behind its anchor and tag, its colon or its dash. Undefined for the root. */
export function headEnd(document: YamlDocument, node: NodeId): number | undefined {
  const properties = document.propertiesRange(node);
  if (properties) return properties.end;
  const key = document.keyRange(node);
  if (key) return document.text.indexOf(':', key.end) + 1;
  const dash = document.parent(node) === undefined ? undefined : entryStart(document, node);
  return dash === undefined ? undefined : dash + 1;
}
