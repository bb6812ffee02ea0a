import { FieldPath } from '@podlint/field-path';
import { defineMessages, type Message } from '@podlint/messages';
import { decodeBase64 } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { isBytes } from './bytes.js';
import type { Failure } from './check.js';
import { moveFix, renameFix, replaceFix } from './fixes.js';
import type { ProblemFix } from './problem.js';
import { isObject, nodeAt, valueAt, type ObjectSource } from './source.js';

const says = defineMessages('bytes', {
  repair: 'It looks like base64 that lost its padding, got blanks into it, or is in the alphabet of URLs. Repair it.',
  'plain-text': 'Plain text belongs under "{field}".',
  'plain-text-encoded': 'Plain text belongs under "{field}", and the server encodes it.',
});

interface FieldPair {
  readonly encoded: string;
  readonly plain: string;
}

/** Where a kind takes as plain text what it takes as base64 elsewhere. */
const plainFields: Readonly<Record<string, FieldPair>> = {
  Secret: { encoded: 'data', plain: 'stringData' },
  ConfigMap: { encoded: 'binaryData', plain: 'data' },
};

export interface Advice {
  /** Undefined: there is none. */
  readonly message?: Message;
  readonly fixes: readonly ProblemFix[];
}

/** What to do about a value that should be base64. The value is not repeated: it may be a secret. */
export function adviceForBytes(source: ObjectSource, { path, value }: Failure): Advice {
  const field = plainFields[source.kind.kind];
  if (typeof value !== 'string' || !field || field.encoded !== path.holder.segment || path.length !== 2)
    return { fixes: [] };
  const node = nodeAt(source, path);
  const base64 = mended(value);
  if (base64 !== undefined) {
    const fixes = node === undefined ? [] : replaceFix(source, node, base64, 'unsafe', 'Repair the base64');
    return { message: says.repair(), fixes };
  }
  const key = field.plain === 'stringData' ? 'plain-text-encoded' : 'plain-text';
  return { message: says[key]({ field: field.plain }), fixes: fixesForText(source, path, field) };
}

function fixesForText(source: ObjectSource, path: Failure['path'], { encoded, plain }: FieldPair): ProblemFix[] {
  const values = valueAt(source.json, FieldPath.root.child(encoded));
  const isAllText = isObject(values) && Object.values(values).every(isText);
  if (isAllText && valueAt(source.json, FieldPath.root.child(plain)) === undefined)
    return renameFix(source, FieldPath.root.child(encoded), plain, 'safe');
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
  const compact = text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const padded = compact + '='.repeat((4 - (compact.length % 4)) % 4);
  return isBytes(padded) && printable.test(decodeBase64(padded)) ? padded : undefined;
}
