import { decodeBase64Text } from './base64.js';
import { Char } from './chars.js';
import { parseInteger } from './integers.js';
import type { Resolution, ResolutionError } from './resolution.js';
import { isTimestamp } from './timestamps.js';

const tagPrefix = 'tag:yaml.org,2002:';
const boolTag = `${tagPrefix}bool`;
const intTag = `${tagPrefix}int`;
const floatTag = `${tagPrefix}float`;
const nullTag = `${tagPrefix}null`;
const timestampTag = `${tagPrefix}timestamp`;
const binaryTag = `${tagPrefix}binary`;
export const mergeTag = `${tagPrefix}merge`;

const words = new Map<string, Resolution>([
  ...wordsOf({ type: 'bool', value: true }, 'y Y yes Yes YES true True TRUE on On ON'),
  ...wordsOf({ type: 'bool', value: false }, 'n N no No NO false False FALSE off Off OFF'),
  ...wordsOf({ type: 'null', value: null }, '~ null Null NULL'),
  ...wordsOf({ type: 'float', value: NaN }, '.nan .NaN .NAN'),
  ...wordsOf({ type: 'float', value: Infinity }, '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...wordsOf({ type: 'float', value: -Infinity }, '-.inf -.Inf -.INF'),
  ['', { type: 'null', value: null }],
]);

function wordsOf(resolution: Resolution, list: string): [string, Resolution][] {
  return list.split(' ').map((word) => [word, resolution]);
}

/** First characters of words and numbers; a text that starts with any other is a string (resolve.go, resolveTable). */
const wordStart = 1;
const numberStart = 2;
const dotStart = 3;
const hints = new Uint8Array(128);
for (const letter of 'yYnNtTfFoO~') hints[letter.charCodeAt(0)] = wordStart;
for (const letter of '+-0123456789') hints[letter.charCodeAt(0)] = numberStart;
hints[Char.dot] = dotStart;

function hintOf(text: string): number {
  return text === '' ? wordStart : (hints[text.charCodeAt(0)] ?? 0);
}

/** True where the text alone, unquoted and untagged, is a string: the common case, without an allocation. */
export function isPlainString(text: string): boolean {
  const hint = hintOf(text);
  return hint === 0 || (hint === wordStart && !words.has(text));
}

/** An unquoted scalar without a tag. */
export function resolvePlain(text: string): Resolution {
  return (
    (isPlainString(text) ? undefined : (words.get(text) ?? resolveNumber(text))) ?? { type: 'string', value: text }
  );
}

/**
 * A scalar with a tag, quoted or not. `!` and tags that go-yaml does not know leave the text as it is
 * (decode.go, scalar; resolve.go, resolvableTag). A timestamp stays the text it is.
 */
export function resolveTagged(tag: string, text: string): Resolution | ResolutionError {
  const string: Resolution = { type: 'string', value: text };
  const resolution = resolvePlain(text);
  switch (tag) {
    case boolTag:
      return resolution.type === 'bool' ? resolution : { type: 'wrong-tag' };
    case nullTag:
      return resolution.type === 'null' ? resolution : { type: 'wrong-tag' };
    case intTag:
      return resolution.type === 'int' || resolution.type === 'uint' ? resolution : { type: 'wrong-tag' };
    case floatTag:
      return resolution.type === 'int' || resolution.type === 'float'
        ? { type: 'float', value: resolution.value }
        : { type: 'wrong-tag' };
    case timestampTag:
      return isTimestamp(text) ? string : { type: 'wrong-tag' };
    case binaryTag: {
      const value = decodeBase64Text(text);
      return value === undefined ? { type: 'bad-base64' } : { type: 'string', value };
    }
    default:
      return string;
  }
}

// ParseFloat takes underscores between digits (strconv, underscoreOK); behind a digit go-yaml drops them all first.
const floatFromDot = /^\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

function resolveNumber(text: string): Resolution | undefined {
  if (text.charCodeAt(0) === Char.dot) return floatOf(text);
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  return parseInteger(digits) ?? floatOf(digits);
}

function floatOf(digits: string): Resolution | undefined {
  const value = parseFloatText(digits);
  return value === undefined ? undefined : { type: 'float', value };
}

/** A decimal number; one that no float64 can hold is none (strconv.ParseFloat fails). */
export function parseFloatText(text: string): number | undefined {
  const isFloat = text.charCodeAt(0) === Char.dot ? floatFromDot.test(text) : float.test(text);
  const value = isFloat ? Number(text.replaceAll('_', '')) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
