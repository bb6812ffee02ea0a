import type { NodeId, Range, TextEdit, YamlDocument } from '../document.js';

/** A comment on a line of its own. */
const commentLine = /^[ \t]*#/;

export function deletion(start: number, end: number): TextEdit {
  return { range: { start, end }, text: '' };
}

export function insertion(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}

/** The start of a line; a byte order mark is no part of it. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text, at - 1)) at--;
  return at === 0 && offset > 0 && text[0] === '\ufeff' ? 1 : at;
}

/** The end of the line without its break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text, at)) at++;
  return at;
}

/** The start of the line below; the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The end of a node's text; of what stands before it if it has none of its own. */
export function endOf(document: YamlDocument, node: NodeId): number {
  const range = document.rangeOf(node);
  return Math.max(range.end, document.propertiesRange(node)?.end ?? 0);
}

/** True if a collection is written in brackets. */
export function isFlow(document: YamlDocument, node: NodeId): boolean {
  return document.style(node) === 'flow';
}

/** True if an entry stands somewhere inside of brackets. */
export function isInFlow(document: YamlDocument, node: NodeId): boolean {
  for (let at = document.parent(node); at !== undefined; at = document.parent(at))
    if (isFlow(document, at)) return true;
  return false;
}

/** Where an entry of a block collection starts: its key, with what may stand before a key, or its dash. */
export function entryStart(document: YamlDocument, node: NodeId): number | undefined {
  const parent = document.parent(node);
  if (parent === undefined) return undefined;
  const { text } = document;
  if (document.kind(parent) === 'sequence') return dashOf(document, parent, node);
  const key = document.keyRange(node)!;
  const column = columnOf(text, document.rangeOf(parent).start);
  const start = lineStart(text, key.start) + column;
  return start <= key.start ? start : undefined;
}

/** The dash of an item: at the column of its list, on the line of the value or the nearest one above. */
function dashOf(document: YamlDocument, list: NodeId, item: NodeId): number | undefined {
  const { text } = document;
  const column = columnOf(text, document.rangeOf(list).start);
  const from = Math.min(document.propertiesRange(item)?.start ?? Infinity, document.rangeOf(item).start);
  for (let start = lineStart(text, from); start >= document.range.start; start = lineStart(text, start - 1)) {
    const content = text.slice(start, lineEnd(text, start));
    if (/^[ -]*$/.test(content.slice(0, column)) && /^-(?:\s|$)/.test(content.slice(column))) return start + column;
    if (start <= 1) break;
  }
  return undefined;
}

/** True if nothing but blanks stands before an offset on its line. */
export function startsItsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}

/** The lines of comment directly above a line, at a given column or deeper: they speak of what follows. */
function commentsAbove(text: string, offset: number, column: number, from: number): number {
  let start = lineStart(text, offset);
  while (start > from) {
    const above = lineStart(text, start - 1 - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 1 : 0));
    const content = text.slice(above, lineEnd(text, above));
    if (!commentLine.test(content) || content.search(/#/) !== column) break;
    start = above;
  }
  return start;
}

/** The start of the line below an entry and of the comments in it: those that are indented deeper than the entry. */
export function entryEnd(text: string, end: number, column: number, to: number): number {
  let next = nextLine(text, end);
  while (next < to) {
    const content = text.slice(next, lineEnd(text, next));
    if (!commentLine.test(content) || content.search(/#/) <= column) break;
    next = nextLine(text, next);
  }
  return Math.min(next, Math.max(to, nextLine(text, end)));
}

/**
 * The lines that an entry of a block collection fills, with its comments. Undefined for one that shares its first line
 * with a dash.
 */
export function entryLines(document: YamlDocument, node: NodeId): Range | undefined {
  const { text, range } = document;
  const start = entryStart(document, node);
  if (start === undefined || !startsItsLine(text, start)) return undefined;
  const column = columnOf(text, start);
  return {
    start: commentsAbove(text, start, column, range.start),
    end: entryEnd(text, endOf(document, node), column, range.end),
  };
}

/** The nodes below a node, itself first. */
export function* subtree(document: YamlDocument, node: NodeId): Generator<NodeId> {
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if (document.aliasTarget(next) !== undefined) continue;
    for (const child of document.children(next)) pending.push(child);
    for (const value of document.mergeValues(next)) pending.push(value);
  }
}

/** True if something outside of a node refers to an anchor inside of it: the node cannot go without breaking that. */
export function isReferredTo(document: YamlDocument, node: NodeId): boolean {
  const inside = new Set(subtree(document, node));
  const anchors = new Set([...inside].filter((at) => document.anchor(at) !== undefined));
  if (anchors.size === 0 || document.root === undefined) return false;
  for (const at of subtree(document, document.root)) {
    const target = document.aliasTarget(at);
    if (target !== undefined && anchors.has(target) && !inside.has(at)) return true;
  }
  return false;
}
