import { doubleText } from '../../values/double.js';
import { isMap, pairsOf, type MapValue } from '../../values/map.js';
import { durationText, timestampText } from '../../values/time.js';
import { textOfBytes } from '../../values/bytes.js';
import { typeOf } from '../../values/type-of.js';
import { CelType } from '../../types.js';
import { Double, Duration, Failure, Timestamp, Uint, adapted, type List, type Value } from '../../values/value.js';
import { spend } from '../../values/work.js';
import { fixedText } from './digits.js';
import { quotedForGo } from './quote.js';

/** The text of a value in a format; undefined where the clause does not take its type. */
export type Written = string | undefined;

const defaultPrecision = 6;

/** `%s` (ext/formatting.go, FormatString) */
export function writeString(value: Value): Written {
  if (Array.isArray(value)) return writeList(value);
  if (value === null) return 'null';
  if (value instanceof Double) return doubleText(value.value);
  if (value instanceof Duration) return durationText(value);
  if (value instanceof Timestamp) return timestampText(value);
  return isMap(value) && typeOf(value).kind === 'map' ? writeMap(value) : writePlain(value);
}

function writePlain(value: Value): Written {
  if (value instanceof Uint8Array) return textOfBytes(value);
  if (value instanceof CelType) return value.name;
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : writeDecimal(value);
}

/** `%d` */
export function writeDecimal(value: Value): Written {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return value instanceof Uint ? String(value.value) : undefined;
}

/** `[1, "a"]` */
function writeList(list: List): Written {
  spend(list.length);
  const items = list.map((item) => writeItem(adapted(item)));
  return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
}

/** `{"a":1, "b":2}`, by keys as they are written. */
function writeMap(map: MapValue): Written {
  const pairs = pairsOf(map);
  spend(pairs.length);
  const entries: { readonly key: string; readonly text: string }[] = [];
  for (const [key, value] of pairs) {
    const written = writeKey(key);
    const item = value instanceof Failure ? undefined : writeItem(value);
    if (written === undefined || item === undefined) return undefined;
    entries.push({ key: written, text: `${written}:${item}` });
  }
  entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return `{${entries.map(({ text }) => text).join(', ')}}`;
}

function writeKey(key: Value): Written {
  if (typeof key === 'string') return quotedForGo(key);
  return typeof key === 'boolean' ? String(key) : writeDecimal(key);
}

/** A value inside a list or map: texts in quotes, doubles with six digits, times as the calls that make them. */
function writeItem(value: Value): Written {
  if (typeof value === 'string') return quotedForGo(value);
  if (value instanceof Uint8Array) {
    const text = textOfBytes(value);
    return text === undefined ? undefined : `b${quotedForGo(text)}`;
  }
  if (value instanceof Timestamp) return `timestamp(${quotedForGo(timestampText(value))})`;
  if (value instanceof Duration) return `duration(${quotedForGo(durationText(value))})`;
  return value instanceof Double ? writeDoubleItem(value.value) : writeString(value);
}

function writeDoubleItem(value: number): string {
  return Number.isFinite(value) ? fixedText(value, defaultPrecision) : quotedForGo(doubleText(value));
}

/** `%b` */
export function writeBinary(value: Value): Written {
  return typeof value === 'boolean' ? (value ? '1' : '0') : inBase(value, 2);
}

/** `%o` */
export function writeOctal(value: Value): Written {
  return inBase(value, 8);
}

/** `%x`; bytes and texts byte by byte. */
export function writeHex(value: Value, bytesOf: (text: string) => Uint8Array): Written {
  const bytes = typeof value === 'string' ? bytesOf(value) : value;
  if (!(bytes instanceof Uint8Array)) return inBase(value, 16);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function inBase(value: Value, base: number): Written {
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString(base);
  return value instanceof Uint ? value.value.toString(base) : undefined;
}
