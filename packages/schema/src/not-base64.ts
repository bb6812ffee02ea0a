import { decodeBase64, type Structured } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { isBytes } from './bytes.js';
import type { Failure } from './check.js';
import { moveFix, renameFix, replaceFix } from './fixes.js';
import type { ProblemFix } from './problem.js';
import { isObject, nodeAt, valueAt, type ObjectSource } from './source.js';
import { definitionOf } from './structure.js';

export interface Advice {
  readonly text: string;
  readonly fixes: readonly ProblemFix[];
}

/** What to do about a value that should be base64. The value is not repeated: it may be a secret. */
export function adviceForBytes(source: ObjectSource, { path, value }: Failure): Advice {
  const plain = path.length === 2 ? plainFieldBeside(String(path[0]), source.kind) : undefined;
  if (typeof value !== 'string' || plain === undefined) return { text: '', fixes: [] };
  const node = nodeAt(source, path);
  const base64 = mended(value);
  if (base64 !== undefined) {
    const fixes = node === undefined ? [] : replaceFix(source, node, base64, 'unsafe', 'Repair the base64');
    return {
      text: ' It looks like base64 that lost its padding, got blanks into it, or is in the alphabet of URLs. Repair it.',
      fixes,
    };
  }
  const text = ` Plain text belongs under "${plain}"${plain === 'stringData' ? ', and the server encodes it' : ''}.`;
  return { text, fixes: fixesForText(source, path, plain) };
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
  const [encoded = ''] = path;
  const values = valueAt(source.json, [encoded]);
  const isAllText = isObject(values) && Object.values(values).every(isText);
  if (isAllText && valueAt(source.json, [plain]) === undefined) return renameFix(source, [encoded], plain, 'safe');
  return moveFix(source, path, [plain], 'safe');
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
