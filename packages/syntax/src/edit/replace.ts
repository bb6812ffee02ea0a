import type { NodeId, NodeStyle, ScalarValue, TextEdit, YamlDocument } from '../document.js';
import { blockText } from './emit.js';
import { isJson } from './flow-scalar.js';
import { columnOf, isInFlow, lineEnd, lineStart } from './layout.js';
import { breakOf } from '../stream-text.js';
import { scalarToText } from './scalar-text.js';

/** Gives an entry another key; a quoted key stays quoted. Undefined for what has no key. */
export function renameKey(document: YamlDocument, node: NodeId, newKey: string): TextEdit[] | undefined {
  const range = document.keyRange(node);
  return range && [{ range, text: scalarToText(newKey, quotesAt(document.text, range.start)) }];
}

function quotesAt(text: string, at: number): NodeStyle {
  if (text[at] === '"') return 'double-quoted';
  return text[at] === "'" ? 'single-quoted' : 'plain';
}

/**
 * Gives a scalar another value, which the server's reader reads back as it is: quotes stay, and come where a string
 * needs them; a tag goes, an anchor stays; an alias is replaced by the value. Undefined for mappings and lists.
 */
export function replaceScalar(document: YamlDocument, node: NodeId, value: ScalarValue): TextEdit[] | undefined {
  if (document.aliasTarget(node) !== undefined) return [{ range: document.rangeOf(node), text: scalarToText(value) }];
  if (document.kind(node) !== 'scalar') return undefined;
  const range = document.rangeOf(node);
  const anchor = document.anchor(node);
  const start = document.propertiesRange(node)?.start ?? range.start;
  const written = `${anchor === undefined ? '' : `&${anchor} `}${newText(document, node, value)}`;
  const before = start === range.end ? missingSign(document, node) : '';
  return before === undefined ? undefined : [{ range: { start, end: range.end }, text: before + written }];
}

/** What has to stand between a key or dash without a value and the value. */
function missingSign(document: YamlDocument, node: NodeId): string | undefined {
  const { start } = document.rangeOf(node);
  if (document.keyRange(node)?.end !== start) return ' ';
  return isInFlow(document, node) ? ': ' : undefined;
}

function newText(document: YamlDocument, node: NodeId, value: ScalarValue): string {
  const style = document.style(node);
  if (isJson(document)) return JSON.stringify(value);
  if (style !== 'literal' && style !== 'folded') return scalarToText(value, style);
  const { text } = document;
  const { start } = document.rangeOf(node);
  const comment = /[ \t]#[^]*$/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
  const [header, ...lines] = (typeof value === 'string' ? blockText(value) : undefined) ?? [scalarToText(value)];
  const indent = ' '.repeat(contentColumn(document, node));
  return [`${header}${comment}`, ...lines.map((line) => (line === '' ? line : indent + line))].join(breakOf(text));
}

/** Where the lines of a block scalar start: as they do now, which is deeper than the collection around them. */
function contentColumn(document: YamlDocument, node: NodeId): number {
  const { text } = document;
  const { start, end } = document.rangeOf(node);
  const content = /[\r\n]([ ]+)[^\s]/.exec(text.slice(start, end))?.[1];
  const parent = document.parent(node);
  const outer = parent === undefined ? 0 : columnOf(text, document.rangeOf(parent).start);
  return Math.max(outer + 1, content?.length ?? columnOf(text, lineStart(text, start)) + outer + 2);
}
