import type { Defaulting } from './defaulting.js';

type Scalar = string | number | boolean;

/** A default that depends on nothing: field, value, and why it is that. */
export type DefaultTable<T> = readonly {
  [Field in keyof T & string]: NonNullable<T[Field]> extends Scalar
    ? readonly [Field, NonNullable<T[Field]>, string]
    : never;
}[keyof T & string][];

/** Sets the field, or the entry of a map, and says so. */
export function fill<T extends object, Field extends keyof T & string>(
  object: T,
  field: Field,
  value: T[Field],
  why: string,
  { log }: Defaulting,
): void {
  object[field] = value;
  log?.push({ owner: object, field, value, why });
}

/**
 * For fields that are pointers in Go: a default only where the field is absent, an empty text or a zero counts as a
 * value. Nothing is filled into nothing.
 */
export function fillAbsent<T extends object>(
  object: T | undefined,
  table: DefaultTable<T>,
  defaulting: Defaulting,
): void {
  if (!object) return;
  for (const [field, value, why] of table) {
    if (object[field] === undefined) fill(object, field, value, why, defaulting);
  }
}

/** For fields that are plain values in Go: an empty text or a zero counts as absent. */
export function fillUnset<T extends object>(
  object: T | undefined,
  table: DefaultTable<T>,
  defaulting: Defaulting,
): void {
  if (!object) return;
  for (const [field, value, why] of table) {
    if (!object[field]) fill(object, field, value, why, defaulting);
  }
}

/** Whether a map of labels or amounts is missing or has no entry (`len(m) == 0`). */
export function isEmpty(map: Readonly<Record<string, unknown>> | undefined): boolean {
  return map === undefined || Object.keys(map).length === 0;
}
