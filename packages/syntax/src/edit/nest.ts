import type { JsonValue, NodeId, TextEdit, YamlDocument } from '../document.js';
import { styleOf, type BlockStyle } from './block-style.js';
import { emitEntry, emitFlowEntry } from './emit.js';
import { flowScalarOf, type FlowScalar } from './flow-scalar.js';
import { breakOf, columnOf, endOf, entryEnd, entryStart, insertion, isInFlow } from './layout.js';
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
