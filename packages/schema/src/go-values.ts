import { parseQuantity } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { holdsSchemas } from './structure.js';

const int64Bound = 2 ** 63;

/**
 * Fractions of zero are gone by the time Go sees a number: sigs.k8s.io/yaml hands `80.0` and `8e1` over as 80.
 * 2^63-1 and 2^63 are one number here; callers that can see the text ask isLargestInt64.
 */
export function isInt64(value: JsonValue): boolean {
  return Number.isInteger(value) && Number(value) >= -int64Bound && Number(value) < int64Bound;
}

/**
 * Whether a number that isInt64 refused was written as the one int64 that a double cannot hold apart from its
 * neighbour.
 */
export function isLargestInt64(value: JsonValue, text: string | undefined): boolean {
  return (
    value === int64Bound &&
    /^[1-9][\d_]*$/.test(text ?? '') &&
    BigInt(String(text).replaceAll('_', '')) === 2n ** 63n - 1n
  );
}

/** resource.Quantity.UnmarshalJSON takes strings and numbers alike. */
export function isQuantity(value: JsonValue): boolean {
  return (typeof value === 'string' || typeof value === 'number') && parseQuantity(value) !== undefined;
}

// What Go's time.Parse takes for time.RFC3339: also an hour of one digit, a fraction, and a comma before it.
const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** metav1.Time.UnmarshalJSON: a string of RFC 3339; the empty string is not one. */
export function isTime(value: JsonValue): boolean {
  const match = typeof value === 'string' ? rfc3339.exec(value) : null;
  if (!match) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return (
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    zoneHour <= 24 &&
    zoneMinute <= 60
  );
}

// The layout of a MicroTime has six digits of a second, and takes no more and no fewer.
const microseconds = /[.,]\d{6}(?:Z|[+-]\d\d:\d\d)$/;

/** metav1.MicroTime.UnmarshalJSON: RFC 3339 with microseconds. */
export function isMicroTime(value: JsonValue): boolean {
  return typeof value === 'string' && microseconds.test(value) && isTime(value);
}

/** 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** What Go keeps where a list or a map holds a null. */
export function zeroValue(type: string): JsonValue {
  if (type.includes('.') || holdsSchemas(type)) return {};
  if (type === 'raw') return null;
  if (type === 'boolean') return false;
  if (type === 'quantity') return '0';
  if (type === 'strings') return [];
  return numeric.has(type) ? 0 : '';
}

const numeric: ReadonlySet<string> = new Set(['int32', 'int64', 'number', 'int-or-string']);
