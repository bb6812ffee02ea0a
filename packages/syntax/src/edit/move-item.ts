import type { JsonValue, NodeId, Range, TextEdit, YamlDocument } from '../document.js';
import { styleOf } from './block-style.js';
import { emitEntry, emitFlowEntry } from './emit.js';
import { flowScalarOf } from './flow-scalar.js';
import { flowEntryRange } from './flow.js';
import { insertEntry, type EntryText } from './insert.js';
import { columnOf, entryLines, isFlow, isInFlow, subtree } from './layout.js';
import { outdented, together } from './move.js';
import { removeEntry } from './remove.js';
import { scalarToText } from './scalar-text.js';

/** A list by the mapping that has it, or is to have it. */
export interface ListOf {
  readonly mapping: NodeId;
  readonly key: string;
}

/**
 * Moves a mapping that is an item of a list to the end of another list, with its comments, and gives it more fields.
 * Undefined for what cannot move as it is: the only item, one with an anchor, one that shares its line,
 * one that the other list would be in.
 */
export function moveItem(
  document: YamlDocument,
  item: NodeId,
  { mapping, key }: ListOf,
  fields: Readonly<Record<string, JsonValue>>,
): TextEdit[] | undefined {
  const parent = document.parent(item);
  if (parent === undefined || document.kind(item) !== 'mapping' || document.propertiesRange(item)) return undefined;
  if (document.aliasTarget(item) !== undefined || document.children(parent).length === 1) return undefined;
  for (const inside of subtree(document, item)) if (inside === mapping) return undefined;
  const entry = itemText(document, item, fields);
  const list = document.child(mapping, key);
  const insertion =
    entry &&
    (list === undefined
      ? insertEntry(document, mapping, 'mapping', asList(entry, key, styleOf(document).listStep))
      : insertEntry(document, list, 'sequence', entry));
  const removal = removeEntry(document, item);
  return insertion && removal && together(document.text, insertion, removal);
}

/** Its text with the new fields, its lines as if its dash stood at column 0. */
function itemText(
  document: YamlDocument,
  item: NodeId,
  fields: Readonly<Record<string, JsonValue>>,
): EntryText | undefined {
  if (document.children(item).length === 0) return undefined;
  if (isFlow(document, item)) return flowItemText(document, item, fields);
  const whole = entryLines(document, item);
  if (!whole) return undefined;
  const inner = columnOf(document.text, document.rangeOf(item).start) - dashColumn(document, item);
  const more = Object.entries(fields).flatMap(([name, value]) => emitEntry(name, value, styleOf(document)));
  return {
    lines: [...linesOf(document, item, whole), ...more.map((line) => ' '.repeat(inner) + line)],
    flow: undefined,
  };
}

/** In braces, on one line; where it has lines of its own, these come along with the comments on them. */
function flowItemText(
  document: YamlDocument,
  item: NodeId,
  fields: Readonly<Record<string, JsonValue>>,
): EntryText | undefined {
  const { text } = document;
  const { start, end } = flowEntryRange(document, item);
  const written = text.slice(start, end);
  if (/[\r\n#]/.test(written)) return undefined;
  const close = /(?<!\s)\s*\}$/.exec(written)?.[0] ?? '}';
  const added = Object.entries(fields).map(
    ([name, value]) => `, ${emitFlowEntry(name, value, flowScalarOf(document))}`,
  );
  const flow = written.slice(0, written.length - close.length) + added.join('') + close;
  if (isInFlow(document, item)) return { lines: [`- ${flow}`], flow };
  const whole = entryLines(document, item);
  if (!whole) return undefined;
  const lines = linesOf(document, item, whole).map((line) => line.replace(written, () => flow));
  return { lines, flow: text.slice(whole.start, whole.end).includes('#') ? undefined : flow };
}

function dashColumn(document: YamlDocument, item: NodeId): number {
  const list = document.parent(item);
  return list === undefined ? 0 : columnOf(document.text, document.rangeOf(list).start);
}

function linesOf(document: YamlDocument, item: NodeId, { start, end }: Range): string[] {
  const column = dashColumn(document, item);
  const lines = document.text.slice(start, end).replace(/(?:\r\n|\r|\n)$/, '');
  return lines.split(/\r\n|\r|\n/).map((line) => outdented(line, column));
}

function asList({ lines, flow }: EntryText, key: string, listStep: number): EntryText {
  const name = scalarToText(key);
  return {
    lines: [`${name}:`, ...lines.map((line) => (line === '' ? line : ' '.repeat(listStep) + line))],
    flow: flow === undefined ? undefined : `${name}: [${flow}]`,
  };
}
