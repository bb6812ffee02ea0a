import { CelType } from '../types.js';
import { compareNumbers } from './compare.js';
import { noSuchOverload } from './failures.js';
import { findInMap, isMap, LazyMap, pairsOf, sizeOfMap, type MapValue } from './map.js';
import {
  Boxed,
  Double,
  Duration,
  Failure,
  Opaque,
  Optional,
  Timestamp,
  Uint,
  adapted,
  type List,
  type Value,
} from './value.js';
import { semanticsOf } from './list-semantics.js';
import { spend } from './work.js';

/** types.Equal: the equality of `==`. Types that do not compare at all give a failure. */
export function equal(a: Value, b: Value): boolean | Failure {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'string' || typeof a === 'boolean') return false;
  if (typeof a === 'number' || typeof a === 'bigint') return equalNumbers(a, b);
  if (a instanceof Boxed) return equalBoxed(a, b);
  if (a instanceof Uint8Array) return b instanceof Uint8Array && equalBytes(a, b);
  if (a instanceof CelType) return b instanceof CelType && a.name === b.name;
  if (Array.isArray(a)) return Array.isArray(b) && equalListsOf(a, b);
  return isMap(b) && equalMaps(a as MapValue, b);
}

function equalBoxed(a: Boxed, b: Value): boolean | Failure {
  if (a instanceof Double || a instanceof Uint) return equalNumbers(a, b);
  if (a instanceof Duration) return b instanceof Duration && a.nanoseconds === b.nanoseconds;
  if (a instanceof Timestamp)
    return b instanceof Timestamp && a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
  if (a instanceof Optional) return b instanceof Optional && equalOptionals(a, b);
  if (a instanceof Opaque) return a.equals(b) ?? noSuchOverload;
  if (a instanceof LazyMap) return b instanceof LazyMap ? a === b : noSuchOverload;
  if (a instanceof Failure) return a;
  return isMap(b) && equalMaps(a as unknown as MapValue, b);
}

function equalNumbers(a: Value, b: Value): boolean {
  return compareNumbers(a, b) === 0;
}

function equalOptionals({ value: a }: Optional, { value: b }: Optional): boolean | Failure {
  if (a === undefined || b === undefined) return a === b;
  if (a instanceof Failure) return a;
  return b instanceof Failure ? b : equal(a, b);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function equalListsOf(a: List, b: List): boolean | Failure {
  spend(a.length);
  return semanticsOf(a)?.equals(a, b) ?? equalLists(a, b);
}

/** An item that does not compare is no difference (baseList.Equal). */
function equalLists(a: List, b: List): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (equal(adapted(a[at]), adapted(b[at])) === false) return false;
  return true;
}

function equalMaps(a: MapValue, b: MapValue): boolean | Failure {
  if (sizeOfMap(a) !== sizeOfMap(b)) return false;
  spend(sizeOfMap(a));
  for (const [key, value] of pairsOf(a)) {
    const other = findInMap(b, key);
    if (other === undefined) return false;
    if (value instanceof Failure || other instanceof Failure) continue;
    if (equal(value, other) === false) return false;
  }
  return true;
}

/** Whether a list has the item (baseList.Contains): what does not compare is not it. */
export function listContains(list: List, item: Value): boolean {
  for (let at = 0; at < list.length; at++) if (equal(item, adapted(list[at])) === true) return true;
  return false;
}
