import { idOf } from '../values/map.js';
import { doubleToInt, doubleToUint } from '../values/double.js';
import { intOf } from '../values/int.js';
import { Double, Failure, Uint, adapted, type List, type Value } from '../values/value.js';
import type { Step } from './run.js';

/**
 * `x in [1, 2, 3]` with a list that is known, as a look into a set, which costs nothing (decorators.go,
 * maybeOptimizeSetMembership); undefined where an item is no plain value.
 */
export function membershipStep(item: Step, list: List): Step | undefined {
  const values = list.map(adapted);
  if (!values.every(isPlain)) return undefined;
  const ids = new Set(values.flatMap((value) => [value, ...otherTypes(value)]).map(idOf));
  return (run) => {
    const value = item(run);
    if (value instanceof Failure) return value;
    return ids.has(idOf(value));
  };
}

function isPlain(value: Value): boolean {
  return (
    ['string', 'boolean', 'number', 'bigint'].includes(typeof value) || value instanceof Double || value instanceof Uint
  );
}

/** The number in other types, where it is one in them. */
function otherTypes(value: Value): Value[] {
  if (value instanceof Double) {
    const candidates = [doubleToInt(value.value), doubleToUint(value.value)];
    return Number.isInteger(value.value) ? candidates.filter(isValue) : [];
  }
  if (value instanceof Uint) return [new Double(Number(value.value)), intOf(value.value)].filter(isValue);
  if (typeof value !== 'number' && typeof value !== 'bigint') return [];
  const unsigned = value < 0 ? [] : [new Uint(BigInt(value))];
  return [new Double(Number(value)), ...unsigned];
}

function isValue(value: Value | Failure): value is Value {
  return !(value instanceof Failure);
}
