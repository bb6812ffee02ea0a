import type { NodeId, TextEdit, YamlDocument } from '../document.js';
import { applyEdits } from './apply.js';
import { styleOf } from './block-style.js';
import { emitFlowEntry } from './emit.js';
import { flowScalarOf } from './flow-scalar.js';
import { hasKey, isNull, keepsBlankLines, meetsInMerge, writtenEntries } from './entries.js';
import { flowEntryRange } from './flow.js';
import { insertEntry, type EntryText } from './insert.js';
import { columnOf, endOf, entryEnd, entryLines, entryStart, isInFlow, subtree } from './layout.js';
import { outermostEmptied, removeEntry } from './remove.js';
import { scalarToText } from './scalar-text.js';

export interface MoveOptions {
  /** What becomes of a mapping whose last entry moves away: `{}`, or it goes too. */
  readonly emptied?: 'braces' | 'removed';
}

/** A mapping by the way to it; missing parts are created. */
export interface WayTo {
  readonly from: NodeId;
  readonly keys: readonly (string | number)[];
}

/**
 * Moves a mapping's entry into another mapping of the document: a node, or the way to one.
 * The text of the entry stays as it is, with its comments, at its new indentation.
 * Undefined if it cannot move as it is: no key, the key is taken, a target that is inside of it or is no mapping, that
 * an alias or merge key brings or that brings others, the only entry of the target's own mapping, comments that flow
 * style could not keep.
 */
export function moveEntry(
  document: YamlDocument,
  node: NodeId,
  target: NodeId | WayTo,
  { emptied = 'braces' }: MoveOptions = {},
): TextEdit[] | undefined {
  const key = document.key(node);
  const place = typeof target === 'number' ? { mapping: target, missing: [] } : placeOf(document, target);
  if (typeof key !== 'string' || !place || !canTake(document, place, node, key)) return undefined;
  const entry = entryText(document, node, key);
  const gone = emptied === 'braces' || hasCommentsAround(document, node) ? node : outermostEmptied(document, node);
  if (document.parent(gone) === place.mapping && writtenEntries(document, place.mapping).length === 1) return undefined;
  const removal = removeEntry(document, gone);
  const insertion =
    entry && insertEntry(document, place.mapping, 'mapping', nested(entry, place.missing, styleOf(document).step));
  if (!removal || !insertion || (keepsBlankLines(document, node) && goesBeforeBlankLine(document, insertion)))
    return undefined;
  return together(document.text, insertion, removal);
}

function goesBeforeBlankLine({ text }: YamlDocument, insertion: readonly TextEdit[]): boolean {
  return insertion.some(({ range }) => /^[ \t]*[\r\n]/.test(text.slice(range.end)));
}

/** True if what would go with the entry's empty parents holds comments that are not the entry's. */
function hasCommentsAround(document: YamlDocument, node: NodeId): boolean {
  const deleted = (edits: readonly TextEdit[] = []): number =>
    edits.reduce((count, { range }) => count + document.text.slice(range.start, range.end).split('#').length - 1, 0);
  return deleted(removeEntry(document, node)) !== deleted(removeEntry(document, outermostEmptied(document, node)));
}

interface Place {
  readonly mapping: NodeId;
  /** Keys of mappings that have to be created in it, from the outside in. */
  readonly missing: readonly string[];
}

function placeOf(document: YamlDocument, { from, keys }: WayTo): Place | undefined {
  let mapping = from;
  for (let at = 0; at < keys.length; at++) {
    const next = document.child(mapping, keys[at]!);
    if (next === undefined) {
      const missing = keys.slice(at);
      return missing.every((key) => typeof key === 'string') ? { mapping, missing } : undefined;
    }
    // What an alias or a merge key brings is somebody else's, too.
    if (document.parent(next) !== mapping) return undefined;
    mapping = next;
  }
  return { mapping, missing: [] };
}

function canTake(document: YamlDocument, { mapping, missing }: Place, node: NodeId, key: string): boolean {
  if (missing.length === 0 && (hasKey(document, mapping, key) || mapping === document.parent(node))) return false;
  if (document.kind(mapping) !== 'mapping' && !isNull(document, mapping)) return false;
  if (meetsInMerge(document, mapping, missing[0] ?? key)) return false;
  for (const inside of subtree(document, node)) if (inside === mapping) return false;
  return true;
}

function nested(entry: EntryText, keys: readonly string[], step: number): EntryText {
  return keys.reduceRight<EntryText>(({ lines, flow }, key) => {
    const name = scalarToText(key);
    const inner = lines.map((line) => (line === '' ? line : ' '.repeat(step) + line));
    return { lines: [`${name}:`, ...inner], flow: flow === undefined ? undefined : `${name}: {${flow}}` };
  }, entry);
}

/** The text of an entry, its lines as if it stood at column 0. */
function entryText(document: YamlDocument, node: NodeId, key: string): EntryText | undefined {
  const { text } = document;
  if (isInFlow(document, node)) {
    const { start, end } = flowEntryRange(document, node);
    const flow = text.slice(start, end);
    return { lines: flow.split(/\r\n|\r|\n/), flow };
  }
  const start = entryStart(document, node);
  if (start === undefined) return undefined;
  const column = columnOf(text, start);
  const whole = entryLines(document, node) ?? {
    start,
    end: entryEnd(text, endOf(document, node), column, document.range.end),
  };
  const [first = '', ...rest] = text
    .slice(whole.start, whole.end)
    .replace(/(?:\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/);
  const lines = [
    whole.start === start ? first : outdented(first, column),
    ...rest.map((line) => outdented(line, column)),
  ];
  return { lines, flow: flowOf(document, node, key, text.slice(whole.start, whole.end)) };
}

export function outdented(line: string, by: number): string {
  const blanks = /^ */.exec(line)![0].length;
  return line.slice(Math.min(blanks, by));
}

/** Flow style on one line has room for neither comments nor anchors that came with the text. */
function flowOf(document: YamlDocument, node: NodeId, key: string, written: string): string | undefined {
  if (written.includes('#')) return undefined;
  for (const at of subtree(document, node))
    if (document.propertiesRange(at) || document.aliasTarget(at) !== undefined) return undefined;
  const value = jsonAt(document, node);
  return value === undefined ? undefined : emitFlowEntry(key, value, flowScalarOf(document));
}

function jsonAt(document: YamlDocument, node: NodeId): ReturnType<YamlDocument['toJSON']> | undefined {
  const scalar = document.value(node);
  if (scalar !== undefined) return scalar;
  const values = document.children(node);
  if (document.mergeValues(node).length > 0) return undefined;
  if (document.kind(node) === 'sequence') return values.map((item) => jsonAt(document, item) ?? null);
  return Object.fromEntries(values.map((value) => [String(document.key(value)), jsonAt(document, value) ?? null]));
}

/** Undefined where the edits get in each other's way. */
export function together(
  text: string,
  insertions: readonly TextEdit[],
  removal: readonly TextEdit[],
): TextEdit[] | undefined {
  const freesEnd = removal.some(
    ({ range }) => range.end === text.length && /^[\r\n]?$/.test(text.slice(range.start - 1, range.start)),
  );
  const edits = [
    ...insertions.map((edit) => (freesEnd && edit.range.start === text.length ? withoutBreak(edit) : edit)),
    ...removal,
  ];
  try {
    applyEdits(text, edits);
    return edits;
  } catch {
    return undefined;
  }
}

/** What goes in at the end of a text needs no break of its own if the last line goes. */
function withoutBreak({ range, text }: TextEdit): TextEdit {
  return { range, text: text.replace(/^(?:\r\n|\r|\n)/, '') };
}
