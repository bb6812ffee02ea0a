import { own } from '@podlint/plain';
import type { NodeStyle, ScalarValue } from '../document.js';
import { resolvePlain } from '../scalars.js';

/** Words that no reader could take for anything but text, in block and flow context alike. */
const harmless =
  /^[A-Za-z0-9_./](?:[\w./@%+=~-]|:(?=[\w./@%+=~:-]))*(?: [\w./@%+=~(-](?:[\w./@%+=~()-]|:(?=[\w./@%+=~:-]))*)*$/;

// What single quotes cannot hold: control characters and breaks, and marks that show nothing in a text.
// eslint-disable-next-line no-control-regex
const needsEscape = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
// eslint-disable-next-line no-control-regex
const escaped = /["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A value on one line, so that the server's reader reads it back: a string stays a string, quoted only if it must be.
 */
export function scalarToText(value: ScalarValue, style: NodeStyle = 'plain'): string {
  if (typeof value !== 'string') return value === null ? 'null' : String(value);
  if (style === 'single-quoted' || style === 'double-quoted') return quoteScalar(value, style);
  return isHarmless(value) ? value : quoteScalar(value);
}

/** A string in quotes: in the ones asked for if these can hold it, double quotes otherwise. */
export function quoteScalar(value: string, style: 'single-quoted' | 'double-quoted' = 'double-quoted'): string {
  if (style === 'single-quoted' && !needsEscape.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return `"${value.replace(escaped, escape)}"`;
}

function isHarmless(value: string): boolean {
  return harmless.test(value) && resolvePlain(value).type === 'string';
}

/** YAML 1.1 knows no `\/` and takes no halves of surrogate pairs, so this is not JSON's way. */
function escape(character: string): string {
  const code = character.charCodeAt(0);
  return (
    own(shortEscapes, character) ??
    (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)
  );
}
