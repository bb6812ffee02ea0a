import { CelType } from '../types.js';
import { says } from '../values/failures.js';
import { findInMap, isMap } from '../values/map.js';
import { typeOf } from '../values/type-of.js';
import { Double, Failure, Opaque, Optional, Uint, adapted, type List, type Value } from '../values/value.js';

/** Undefined: it is not there, which is no failure to one who only asks. */
export type Found = Value | Failure | undefined;

/** Looks into a value for a key or index (attributes.go, refQualify). */
export function lookUp(value: Value, key: Value): Found {
  if (Array.isArray(value)) return itemOf(value, key);
  return isMap(value) ? findInMap(value, key) : undefined;
}

/** The same where the key has to be there. */
export function select(value: Value, key: Value): Value | Failure {
  const found = lookUp(value, key);
  return found === undefined ? missing(value, key) : found;
}

function missing(value: Value, key: Value): Failure {
  const shown = describe(key);
  return Array.isArray(value)
    ? new Failure(says['index-out-of-bounds']({ index: shown }))
    : new Failure(says['no-such-key']({ key: shown }));
}

/** A value in a message. */
export function describe(value: Value): string {
  if (value instanceof Uint || value instanceof Double) return String(value.value);
  if (typeof value === 'object' && value !== null) return typeOf(value).name;
  return String(value);
}

function itemOf(list: List, index: Value): Found {
  const at = indexOf(index);
  if (at instanceof Failure) return at;
  return at >= 0 && at < list.length ? adapted(list[at]) : undefined;
}

/** IndexOrError: an index of any numeric type that is a whole number. */
function indexOf(index: Value): number | Failure {
  if (typeof index === 'number' || typeof index === 'bigint') return Number(index);
  if (index instanceof Uint) return Number(index.value);
  if (index instanceof Double && Number.isInteger(index.value) && Math.abs(index.value) < 2 ** 63) return index.value;
  if (index instanceof Double) return new Failure(says['index-value']({ index: describe(index) }));
  return new Failure(says['index-type']({ type: typeOf(index).name }));
}

/**
 * What is inside an optional, as upstream takes it out to look further: nested optionals go in one, and a value of a
 * library's type is lost on the way (applyQualifiers, `GetValue().Value()`).
 */
export function insideOf(optional: Optional): Value | Failure {
  const { value } = optional;
  if (value instanceof Optional) return value.value === undefined ? null : insideOf(value);
  if (value instanceof Opaque && value.type.name !== 'kubernetes.NamedFormat')
    return new Failure(says.conversion({ value: value.type.name, type: 'dyn' }));
  if (value instanceof CelType) return value.name;
  return value ?? null;
}

/** What can be a key of `[...]`: upstream makes no qualifier of anything else (newQualifier). */
export function isKey(value: Value): boolean {
  return (
    ['string', 'boolean', 'number', 'bigint'].includes(typeof value) || value instanceof Double || value instanceof Uint
  );
}
