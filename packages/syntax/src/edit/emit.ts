import type { JsonValue } from '../document.js';
import { defaultStyle, type BlockStyle } from './block-style.js';
import type { FlowScalar } from './flow-scalar.js';
import { scalarToText } from './scalar-text.js';

/**
 * Strings that a literal block can hold as they are: several lines, all printable, the first one not indented, one
 * break at the end.
 */
const fitsLiteral =
  // eslint-disable-next-line no-control-regex -- a block holds no control characters
  /^[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff][^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]*\n[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]+\n?$/;

/**
 * A mapping's entry in block style, without indentation before its first line; the other lines count from the same
 * column.
 */
export function emitEntry(key: string, value: JsonValue, style = defaultStyle): string[] {
  const [first = '', ...rest] = emitValue(value, style);
  const head = `${scalarToText(key)}:`;
  if (!isNested(value)) return [`${head} ${first}`, ...rest];
  const by = Array.isArray(value) ? style.listStep : style.step;
  return [head, ...[first, ...rest].map((line) => indented(line, by))];
}

/** A list's item in block style. */
export function emitItem(value: JsonValue, style = defaultStyle): string[] {
  const [first = '', ...rest] = emitValue(value, style);
  const isBlockText = typeof value === 'string' && rest.length > 0;
  return [`- ${first}`, ...rest.map((line) => indented(line, isBlockText ? 0 : 2))];
}

/**
 * A string of several lines as a literal block: its header, and its lines without indentation. Undefined if no block
 * can hold it.
 */
export function blockText(value: string): string[] | undefined {
  if (!fitsLiteral.test(value)) return undefined;
  const endsLine = value.endsWith('\n');
  return [endsLine ? '|' : '|-', ...(endsLine ? value.slice(0, -1) : value).split('\n')];
}

/** A value in flow style, on one line. */
export function emitFlow(value: JsonValue, scalar: FlowScalar = scalarToText): string {
  if (Array.isArray(value)) return `[${value.map((item) => emitFlow(item, scalar)).join(', ')}]`;
  if (value === null || typeof value !== 'object') return scalar(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => emitFlowEntry(key, inner, scalar))
    .join(', ')}}`;
}

export function emitFlowEntry(key: string, value: JsonValue, scalar: FlowScalar = scalarToText): string {
  return `${scalar(key)}: ${emitFlow(value, scalar)}`;
}

/** Lines of a value; those of a literal block come indented below their header. */
function emitValue(value: JsonValue, style: BlockStyle): string[] {
  if (!isNested(value)) return (typeof value === 'string' ? literal(value, style) : undefined) ?? [emitFlow(value)];
  if (Array.isArray(value)) return value.flatMap((item) => emitItem(item, style));
  return Object.entries(value).flatMap(([key, inner]) => emitEntry(key, inner, style));
}

function literal(value: string, { step }: BlockStyle): string[] | undefined {
  const [header, ...lines] = blockText(value) ?? [];
  return header === undefined ? undefined : [header, ...lines.map((line) => indented(line, step))];
}

/** A collection with something in it, which block style writes on lines of its own. */
function isNested(value: JsonValue): value is JsonValue[] | { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function indented(line: string, by: number): string {
  return line === '' ? '' : ' '.repeat(by) + line;
}
