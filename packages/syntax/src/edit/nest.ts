import type { JsonValue, NodeId, TextEdit, YamlDocument } from '../document.js';
import { styleOf, type BlockStyle } from './block-style.js';
import { emitEntry, emitFlowEntry } from './emit.js';
import { flowScalarOf, type FlowScalar } from './flow-scalar.js';
import { columnOf, endOf, entryEnd, entryStart, insertion, isFlow, isInFlow } from './layout.js';
import { breakOf } from '../stream-text.js';
import { scalarToText } from './scalar-text.js';

/** A mapping that comes around an entry. */
export interface WrappingLevel {
  readonly key: string;
  /** What the new mapping holds before the entry. */
  readonly before?: Readonly<Record<string, JsonValue>>;
}

/**
 * Puts a new mapping around a mapping's entry, where it stands: `command: [a]` becomes `exec:` with the command in it.
 * Undefined for what has no key, and for an entry that does not start a line of its own or follow a dash.
 */
export function nestEntry(document: YamlDocument, node: NodeId, key: string): TextEdit[] | undefined {
  return wrapEntry(document, node, [{ key }]);
}

/** The same with several mappings, the outermost first, each with more in it than the entry. */
export function wrapEntry(
  document: YamlDocument,
  node: NodeId,
  levels: readonly WrappingLevel[],
): TextEdit[] | undefined {
  const { text } = document;
  const start = document.keyRange(node)?.start;
  if (start === undefined) return undefined;
  if (isInFlow(document, node))
    return [
      insertion(start, levels.map((level) => openInFlow(level, flowScalarOf(document))).join('')),
      insertion(endOf(document, node), '}'.repeat(levels.length)),
    ];
  if (entryStart(document, node) !== start) return undefined;
  const style = styleOf(document);
  const by = ' '.repeat(style.step * levels.length);
  const column = columnOf(text, start);
  const end = entryEnd(text, endOf(document, node), column, document.range.end);
  const moved = text.slice(start, end).replace(lineStarts, `$&${by}`);
  // One edit over all of it: what another one put among the lines that move, or below them, would not be indented with
  // them.
  return [{ range: { start, end }, text: opening(levels, style, column, breakOf(text)) + by + moved }];
}

/**
 * Makes a list of one item of a mapping, where it stands: `containers:` with the dash that was forgotten. Undefined for
 * what is anchored or tagged, and for a mapping whose first key does not start a line of its own.
 */
export function wrapAsItem(document: YamlDocument, node: NodeId): TextEdit[] | undefined {
  const { text } = document;
  const [first] = document.children(node);
  if (document.kind(node) !== 'mapping' || first === undefined) return undefined;
  if (document.aliasTarget(node) !== undefined || document.propertiesRange(node)) return undefined;
  const range = document.rangeOf(node);
  if (isFlow(document, node)) return [insertion(range.start, '['), insertion(range.end, ']')];
  const start = document.keyRange(first)?.start;
  if (start === undefined || entryStart(document, first) !== start || start !== range.start) return undefined;
  const end = entryEnd(text, endOf(document, node), columnOf(text, start), document.range.end);
  return [{ range: { start, end }, text: `- ${text.slice(start, end).replace(lineStarts, '$&  ')}` }];
}

/** Breaks before lines that are not empty. */
const lineStarts = /(?:\r\n|\n|\r)(?![\r\n]|$)/g;

function openInFlow({ key, before = {} }: WrappingLevel, scalar: FlowScalar): string {
  return `${scalar(key)}: {${Object.entries(before)
    .map(([name, value]) => `${emitFlowEntry(name, value, scalar)}, `)
    .join('')}`;
}

/** The lines above the entry, and the column from which the entry's own indentation counts. */
function opening(levels: readonly WrappingLevel[], style: BlockStyle, column: number, lineBreak: string): string {
  const lines = levels.flatMap(({ key, before = {} }, depth) => [
    ' '.repeat(style.step * depth) + `${scalarToText(key)}:`,
    ...Object.entries(before)
      .flatMap(([name, value]) => emitEntry(name, value, style))
      .map((line) => ' '.repeat(style.step * (depth + 1)) + line),
  ]);
  const indent = lineBreak + ' '.repeat(column);
  return lines.join(indent) + indent;
}
