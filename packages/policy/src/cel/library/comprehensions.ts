import { declare, overload, type Library } from '../environment.js';
import { describe } from '../evaluate/qualify.js';
import { mapInsert, twoVariableMacros } from '../syntax/two-variable-macros.js';
import { mapOf, typeParameter } from '../types.js';
import { noSuchOverload, says } from '../values/failures.js';
import { CelMap, isMap, pairsOf } from '../values/map.js';
import { Failure, type Value } from '../values/value.js';

const key = typeParameter('K');
const value = typeParameter('V');
const map = mapOf(key, value);

/** Into the accumulator's own map, which nobody else has. */
function insert(into: Value, newKey: Value, newValue: Value | Failure): Value | Failure {
  if (!(into instanceof CelMap) || newValue instanceof Failure) return noSuchOverload;
  if (into.find(newKey) !== undefined) return new Failure(says['key-exists']({ key: describe(newKey) }));
  into.set(newKey, newValue);
  return into;
}

function insertAll(into: Value, entries: Value): Value | Failure {
  if (!isMap(entries)) return noSuchOverload;
  for (const [newKey, newValue] of pairsOf(entries)) {
    const result = insert(into, newKey, newValue);
    if (result instanceof Failure) return result;
  }
  return into;
}

/** Macros with two variables (ext/comprehensions.go). */
export const comprehensionsLibrary: Library = {
  macros: twoVariableMacros,
  functions: [
    declare(
      mapInsert,
      overload('@mapInsert_map_key_value', [map, key, value], map, (into, newKey, newValue) =>
        insert(into, newKey, newValue),
      ),
      overload('@mapInsert_map_map', [map, map], map, (into, entries) => insertAll(into, entries)),
    ),
  ],
};
