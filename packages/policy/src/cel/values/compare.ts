import { noSuchOverload } from './failures.js';
import { notOrdered } from './double.js';
import { compareTexts } from './text.js';
import { Double, Duration, Failure, Timestamp, Uint, type Value } from './value.js';

export type Order = -1 | 0 | 1;

/** The order of two values, for `<` and its kin (traits.Comparer). */
export function compare(a: Value, b: Value): Order | Failure {
  if (typeof a === 'number' && typeof b === 'number') return order(a, b);
  if (typeof a === 'string') return typeof b === 'string' ? compareTexts(a, b) : noSuchOverload;
  if (isNumber(a)) return compareChecked(a, b);
  if (typeof a === 'boolean') return typeof b === 'boolean' ? order(Number(a), Number(b)) : noSuchOverload;
  if (a instanceof Duration) return b instanceof Duration ? order(a.nanoseconds, b.nanoseconds) : noSuchOverload;
  if (a instanceof Timestamp) return b instanceof Timestamp ? compareTimestamps(a, b) : noSuchOverload;
  if (a instanceof Uint8Array) return b instanceof Uint8Array ? compareBytes(a, b) : noSuchOverload;
  return noSuchOverload;
}

function compareChecked(a: Value, b: Value): Order | Failure {
  if (isNaNDouble(a)) return notOrdered;
  if (!isNumber(b)) return noSuchOverload;
  return isNaNDouble(b) ? notOrdered : (compareNumbers(a, b) ?? notOrdered);
}

function isNumber(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Double || value instanceof Uint;
}

function isNaNDouble(value: Value): boolean {
  return value instanceof Double && Number.isNaN(value.value);
}

/**
 * Two numbers of any types; undefined where one is none, or NaN. A double is compared with an int as two doubles, as
 * upstream does (common/types/compare.go), not exactly as JavaScript would.
 */
export function compareNumbers(a: Value, b: Value): Order | undefined {
  if (!isNumber(a) || !isNumber(b) || isNaNDouble(a) || isNaNDouble(b)) return undefined;
  if (a instanceof Double || b instanceof Double) return order(Number(rawNumber(a)), Number(rawNumber(b)));
  return order(rawNumber(a), rawNumber(b));
}

function rawNumber(value: Value): number | bigint {
  return value instanceof Double || value instanceof Uint ? value.value : (value as number | bigint);
}

function order(a: number | bigint, b: number | bigint): Order {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

function compareTimestamps(a: Timestamp, b: Timestamp): Order {
  return order(a.seconds, b.seconds) || order(a.nanoseconds, b.nanoseconds);
}

function compareBytes(a: Uint8Array, b: Uint8Array): Order {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return order(a[at]!, b[at]!);
  return order(a.length, b.length);
}
