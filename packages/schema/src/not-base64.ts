import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import { decodeBase64, type Structured } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { isBytes } from './bytes.js';
import type { Failure } from './check.js';
import { moveFix, renameFix, replaceFix } from './fixes.js';
import type { ProblemFix } from './problem.js';
import { isObject, nodeAt, valueAt, type ObjectSource } from './source.js';
import { definitionOf } from './structure.js';

const says = defineMessages('bytes', {
  repair: 'It looks like base64 that lost its padding, got blanks into it, or is in the alphabet of URLs. Repair it.',
  placeholder: 'It is a placeholder. Write the value here as base64, or as plain text under "{field}".',
  'plain-text': 'Plain text belongs under "{field}".',
  'plain-text-encoded': 'Plain text belongs under "{field}", and the server encodes it.',
});

/** `<base64 of the certificate>`: what a person is to write in its place. */
const placeholder = /^\s*<[^<>]+>\s*$/;

export interface Advice {
  /** Undefined: there is none. */
  readonly message?: Message;
  readonly fixes: readonly ProblemFix[];
}

/** What to do about a value that should be base64. The value is not repeated: it may be a secret. */
export function adviceForBytes(source: ObjectSource, { path, value }: Failure): Advice {
  const plain = path.length === 2 ? plainFieldBeside(String(path.holder.segment), source.kind) : undefined;
  if (typeof value !== 'string' || plain === undefined) return { fixes: [] };
  if (placeholder.test(value)) return { message: says.placeholder({ field: plain }), fixes: [] };
  const node = nodeAt(source, path);
  const base64 = mended(value);
  if (base64 !== undefined) {
    const fixes = node === undefined ? [] : replaceFix(source, node, base64, 'unsafe', 'Repair the base64');
    return { message: says.repair(), fixes };
  }
  const key = plain === 'stringData' ? 'plain-text-encoded' : 'plain-text';
  return { message: says[key]({ field: plain }), fixes: fixesForText(source, path, plain) };
}

/**
 * The field of an object that takes as plain text what another of its fields takes as base64: `stringData` of a Secret,
 * `data` of a ConfigMap.
 */
function plainFieldBeside(encoded: string, { definition }: Structured): string | undefined {
  const maps = Object.entries(definitionOf(definition) ?? {}).filter(([, { shape }]) => shape === 'map');
  const isTaken = maps.some(([name, { type }]) => name === encoded && type === 'bytes');
  return isTaken ? maps.find(([, { type }]) => type === 'string')?.[0] : undefined;
}

function fixesForText(source: ObjectSource, path: Failure['path'], plain: string): ProblemFix[] {
  const values = valueAt(source.json, path.holder);
  const isAllText = isObject(values) && Object.values(values).every(isText);
  if (isAllText && valueAt(source.json, FieldPath.root.child(plain)) === undefined)
    return renameFix(source, path.holder, plain, 'safe');
  return moveFix(source, path, FieldPath.root.child(plain), 'safe');
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string' && !isBytes(value) && mended(value) === undefined;
}

const printable = /^[\s\x20-\x7e]{6,}$/;

/**
 * The base64 that a text plainly was meant to be, since text comes out of it; undefined for a text that means itself.
 */
function mended(text: string): string | undefined {
  const compact = text
    .replace(/\s/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/(?<!=)=+$/, '');
  const padded = compact + '='.repeat((4 - (compact.length % 4)) % 4);
  return isBytes(padded) && printable.test(decodeBase64(padded)) ? padded : undefined;
}
