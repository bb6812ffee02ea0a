import type { JsonValue, NodeId, Range, ScalarValue, TextEdit, YamlDocument } from '../document.js';
import { styleOf } from './block-style.js';
import { emitEntry, emitFlow, emitItem } from './emit.js';
import { flowScalarOf } from './flow-scalar.js';
import { flowEntryRange } from './flow.js';
import { insertItem } from './insert.js';
import { columnOf, endOf, entryStart, isFlow, isInFlow, isReferredTo, lineEnd, subtree } from './layout.js';
import { breakOf } from '../stream-text.js';
import { headEnd } from './remove.js';
import { replaceScalar } from './replace.js';

/**
 * Gives an entry another value, whatever it and the new one are. The first items of a list stay as they are written if
 * the new list begins with the same.
 * Undefined for the root, for what has an anchor or a tag, and where a comment inside would go.
 */
export function replaceValue(document: YamlDocument, node: NodeId, value: JsonValue): TextEdit[] | undefined {
  if (isScalar(value) && document.kind(node) === 'scalar') return replaceScalar(document, node, value);
  if (document.aliasTarget(node) !== undefined || document.propertiesRange(node) || isReferredTo(document, node))
    return undefined;
  const edits = Array.isArray(value) ? replaceItems(document, node, value) : undefined;
  const made = edits ?? replaceWhole(document, node, value);
  return made?.some(({ range }) => hasComment(document, range)) ? undefined : made;
}

function isScalar(value: JsonValue): value is ScalarValue {
  return typeof value !== 'object' || value === null;
}

/** From the first item on that differs. */
function replaceItems(document: YamlDocument, list: NodeId, values: readonly JsonValue[]): TextEdit[] | undefined {
  if (document.kind(list) !== 'sequence') return undefined;
  const items = document.children(list);
  const same = items.findIndex((item, index) => document.value(item) !== values[index]);
  if (same === -1 && items.length > 0 && values.length >= items.length)
    return values.slice(items.length).flatMap((value) => insertItem(document, list, value) ?? []);
  const [first, last] = [items[same], items.at(-1)];
  if (first === undefined || last === undefined || same >= values.length) return undefined;
  const rest = values.slice(same);
  if (isFlow(document, list)) {
    const range = { start: flowEntryRange(document, first).start, end: flowEntryRange(document, last).end };
    return [{ range, text: rest.map((value) => emitFlow(value, flowScalarOf(document))).join(', ') }];
  }
  const start = entryStart(document, first);
  const lines = rest.flatMap((value) => emitItem(value, styleOf(document)));
  return start === undefined
    ? undefined
    : [{ range: { start, end: textEnd(document, last) }, text: joined(document, lines, start) }];
}

function replaceWhole(document: YamlDocument, node: NodeId, value: JsonValue): TextEdit[] | undefined {
  const range = document.rangeOf(node);
  if (isFlow(document, node) || isInFlow(document, node))
    return range.end > range.start ? [{ range, text: emitFlow(value, flowScalarOf(document)) }] : undefined;
  const [head, start] = [headEnd(document, node), entryStart(document, node)];
  if (head === undefined || start === undefined || /literal|folded/.test(document.style(node))) return undefined;
  const lines = document.keyRange(node)
    ? emitEntry('-', value, styleOf(document)).map((line, index) =>
        index === 0 ? line.slice(line.indexOf(':') + 1) : line,
      )
    : emitItem(value, styleOf(document)).map((line, index) => (index === 0 ? line.slice(1) : line));
  const end = Math.max(head, textEnd(document, node));
  return [{ range: { start: head, end }, text: joined(document, lines, start).trimEnd() }];
}

/** The end of a node's text, without the line break that a literal block ends in. */
function textEnd(document: YamlDocument, node: NodeId): number {
  const { text } = document;
  const end = endOf(document, node);
  return end - (/(?:\r\n|\r|\n)$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0);
}

/** Lines of which the first stands where it belongs, and the others count from a column. */
function joined(document: YamlDocument, lines: readonly string[], start: number): string {
  const { text } = document;
  const indent = ' '.repeat(columnOf(text, start));
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join(breakOf(text));
}

/** Whether a text has a comment in it; a "#" in a key or a value is none. */
function hasComment(document: YamlDocument, { start, end }: Range): boolean {
  const { root, text } = document;
  if (root === undefined || !text.slice(start, end).includes('#')) return false;
  const characters = [...text.slice(start, end).split('')];
  for (const node of subtree(document, root)) {
    const scalar = document.kind(node) === 'scalar' ? contentOf(document, node) : undefined;
    for (const range of [document.keyRange(node), scalar])
      if (range && range.start < end && range.end > start)
        characters.fill('x', Math.max(0, range.start - start), Math.max(0, range.end - start));
  }
  return characters.includes('#');
}

/** A block scalar may have a comment beside its header. */
function contentOf(document: YamlDocument, node: NodeId): Range {
  const { start, end } = document.rangeOf(node);
  return { start: /literal|folded/.test(document.style(node)) ? lineEnd(document.text, start) : start, end };
}
