import type { JsonValue, NodeId, TextEdit, YamlDocument } from '../document.js';
import { emitEntry, emitFlow, emitFlowEntry, emitItem } from './emit.js';
import { styleOf } from './block-style.js';
import { hasKey, isNull, writtenEntries } from './entries.js';
import { flowScalarOf } from './flow-scalar.js';
import { insertIntoFlow } from './flow.js';
import { columnOf, deletion, endOf, entryEnd, entryStart, insertion, isFlow, isInFlow, lineEnd } from './layout.js';
import { breakOf } from '../stream-text.js';
import { headEnd } from './remove.js';

export interface InsertOptions {
  /** The entry of the same collection behind which the new one goes; without it, the last. */
  readonly after?: NodeId | undefined;
  /** Keys in the order in which people write them: a new one that is among them goes behind those before it. */
  readonly order?: readonly string[];
}

/** A new entry, as block style and as flow style write it. Lines count from the column of the entry. */
export interface EntryText {
  readonly lines: readonly string[];
  /** Undefined for what flow style cannot hold. */
  readonly flow: string | undefined;
}

/**
 * Gives a mapping a field, in its own style and at the column of its other fields. An absent or null value becomes a
 * mapping.
 * Undefined if it has the key already, is an alias (the edit would change something else too) or no mapping.
 */
export function insertField(
  document: YamlDocument,
  mapping: NodeId,
  key: string,
  value: JsonValue,
  options: InsertOptions = {},
): TextEdit[] | undefined {
  if (hasKey(document, mapping, key)) return undefined;
  const { after, order = [] } = options;
  return insertEntry(
    document,
    mapping,
    'mapping',
    { lines: emitEntry(key, value, styleOf(document)), flow: emitFlowEntry(key, value, flowScalarOf(document)) },
    { after: after ?? usualNeighbour(document, mapping, key, order) },
  );
}

/** Of the entries that usually stand before a key the last one; undefined: its place is not known. */
function usualNeighbour(
  document: YamlDocument,
  mapping: NodeId,
  key: string,
  order: readonly string[],
): NodeId | undefined {
  const place = order.indexOf(key);
  if (place < 0 || document.kind(mapping) !== 'mapping') return undefined;
  const before = order.slice(0, place);
  return writtenEntries(document, mapping).findLast((entry) => before.includes(String(document.key(entry))));
}

/** Gives a list an item. An absent or null value becomes a list. Undefined for aliases and for what is no list. */
export function insertItem(
  document: YamlDocument,
  list: NodeId,
  value: JsonValue,
  options: InsertOptions = {},
): TextEdit[] | undefined {
  return insertEntry(
    document,
    list,
    'sequence',
    { lines: emitItem(value, styleOf(document)), flow: emitFlow(value, flowScalarOf(document)) },
    options,
  );
}

/** Puts an entry into a collection of the given kind, or where nothing is yet. */
export function insertEntry(
  document: YamlDocument,
  node: NodeId,
  kind: 'mapping' | 'sequence',
  entry: EntryText,
  { after }: InsertOptions = {},
): TextEdit[] | undefined {
  if (document.aliasTarget(node) !== undefined) return undefined;
  if (isNull(document, node)) return insertIntoNothing(document, node, kind, entry);
  if (document.kind(node) !== kind) return undefined;
  if (isFlow(document, node))
    return entry.flow === undefined ? undefined : insertIntoFlow(document, node, entry.flow, after);
  const last = after ?? writtenEntries(document, node).at(-1)!;
  const start = entryStart(document, last);
  if (start === undefined) return undefined;
  const column = columnOf(document.text, start);
  return [
    linesAt(document, entryEnd(document.text, endOf(document, last), column, document.range.end), column, entry.lines),
  ];
}

/** Lines before the line that starts at an offset, or at the end of a text, which may lack its last break. */
function linesAt({ text }: YamlDocument, at: number, column: number, lines: readonly string[]): TextEdit {
  const lineBreak = breakOf(text);
  const indented = indent(lines, column).join(lineBreak);
  if (at < text.length || /[\r\n]$/.test(text)) return insertion(at, indented + lineBreak);
  return insertion(at, lineBreak + indented + (lines.at(-1) === '' ? lineBreak : ''));
}

function indent(lines: readonly string[], column: number): string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(column) + line));
}

function insertIntoNothing(
  document: YamlDocument,
  node: NodeId,
  kind: 'mapping' | 'sequence',
  entry: EntryText,
): TextEdit[] | undefined {
  const { text } = document;
  const range = document.rangeOf(node);
  const [open, close] = kind === 'mapping' ? ['{', '}'] : ['[', ']'];
  const head = headEnd(document, node);
  if (head === undefined || isInFlow(document, node))
    return entry.flow === undefined || text[range.start - 1] === '{'
      ? undefined
      : replaceNothing(document, node, `${open}${entry.flow}${close}`);
  const { step, listStep } = styleOf(document);
  const column =
    columnOf(text, entryStart(document, node) ?? head) +
    (document.keyRange(node) && kind === 'sequence' ? listStep : step);
  const removed = range.end > range.start ? [deletion(head, range.end)] : [];
  return [
    ...removed,
    insertion(
      lineEnd(text, Math.max(head, range.end)),
      breakOf(text) + indent(entry.lines, column).join(breakOf(text)),
    ),
  ];
}

/** In brackets, a key may even lack its colon. */
function replaceNothing(document: YamlDocument, node: NodeId, value: string): TextEdit[] {
  const range = document.rangeOf(node);
  const key = document.keyRange(node);
  if (range.start < range.end) return [{ range, text: value }];
  return [
    insertion(range.start, key?.end === range.start && !document.propertiesRange(node) ? `: ${value}` : ` ${value}`),
  ];
}
