import { Char } from './chars.js';
import type { ScalarValue } from './document.js';
import { parseInteger } from './integers.js';
import { parseFloatText } from './scalars.js';
import { isTimestamp, timestampAsJson } from './timestamps.js';

/** What go-yaml v3 takes an unquoted scalar for (resolve.go): its tag, and the value as encoding/json writes it. */
export interface CoreResolution {
  readonly tag: '!!null' | '!!bool' | '!!int' | '!!float' | '!!timestamp' | '!!merge' | '!!str';
  readonly value: ScalarValue;
}

const words = new Map<string, CoreResolution>([
  ...wordsOf({ tag: '!!bool', value: true }, 'true True TRUE'),
  ...wordsOf({ tag: '!!bool', value: false }, 'false False FALSE'),
  ...wordsOf({ tag: '!!null', value: null }, '~ null Null NULL'),
  ...wordsOf({ tag: '!!float', value: NaN }, '.nan .NaN .NAN'),
  ...wordsOf({ tag: '!!float', value: Infinity }, '.inf .Inf .INF +.inf +.Inf +.INF'),
  ...wordsOf({ tag: '!!float', value: -Infinity }, '-.inf -.Inf -.INF'),
  ['', { tag: '!!null', value: null }],
]);

function wordsOf(resolution: CoreResolution, list: string): [string, CoreResolution][] {
  return list.split(' ').map((word) => [word, resolution]);
}

/**
 * An unquoted scalar without a tag, by the rules of go-yaml v3. Other than v2 (scalars.ts) it takes `yes` and `on` for
 * strings, and a date for a date.
 */
export function resolveCore(text: string): CoreResolution {
  const word = words.get(text);
  if (word) return word;
  const first = text.charCodeAt(0);
  const number = first === Char.dot || startsNumber(first) ? resolveNumber(text, first) : undefined;
  return number ?? { tag: text === '<<' ? '!!merge' : '!!str', value: text };
}

function startsNumber(code: number): boolean {
  return (code >= 48 && code <= 57) || code === Char.dash || code === Char.plus;
}

function resolveNumber(text: string, first: number): CoreResolution | undefined {
  if (first !== Char.dot && isTimestamp(text)) return { tag: '!!timestamp', value: timestampAsJson(text) };
  const digits = first !== Char.dot && text.includes('_') ? text.replaceAll('_', '') : text;
  const integer = first === Char.dot ? undefined : parseInteger(digits);
  if (integer) return { tag: '!!int', value: integer.value };
  const float = parseFloatText(digits);
  return float === undefined ? undefined : { tag: '!!float', value: float };
}
