import { isList } from '../values/json.js';

/** What a value of JSON is in Go, and the type of a schema that it has. */
export type Kind = 'null' | 'boolean' | 'string' | 'integer' | 'number' | 'array' | 'object';

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return isInt64(value) ? 'integer' : 'number';
  if (typeof value === 'object') return isList(value) ? 'array' : 'object';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

/**
 * What Go's reader of JSON makes an int64; a float64 of all others (apimachinery/pkg/util/json). JavaScript reads the
 * largest int64 as the number after it.
 */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}
