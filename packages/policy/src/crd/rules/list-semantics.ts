import { equal } from '../../cel/values/equal.js';
import type { ListSemantics } from '../../cel/values/list-semantics.js';
import { findInMap, idOf, isMap } from '../../cel/values/map.js';
import { adapted, type Failure, type List, type Value } from '../../cel/values/value.js';

type KeyOf = (item: Value) => unknown;

/** A list of type set: its order does not count (apiserver/pkg/cel/common, unstructuredSetList). */
export const setSemantics: ListSemantics = {
  equals(list, other) {
    const ids = idsOf(list, idOf);
    return list.length === other.length && other.every((item) => ids.has(idOf(adapted(item))));
  },
  add(list, other) {
    const ids = new Set(idsOf(list, idOf).keys());
    const added = other.filter((item) => !ids.has(idOf(adapted(item))) && ids.add(idOf(adapted(item))));
    return [...list, ...added];
  },
};

/** A list of type map: items are told by their keys (unstructuredMapList). */
export function mapSemantics(keys: readonly string[]): ListSemantics {
  const keyOf: KeyOf = (item) => JSON.stringify(keys.map((key) => String(idOf(keyIn(item, key)))));
  return {
    equals: (list, other) => list.length === other.length && equalByKeys(list, other, keyOf),
    add: (list, other) => addByKeys(list, other, keyOf),
  };
}

function keyIn(item: Value, key: string): Value {
  const found = isMap(item) ? findInMap(item, key) : undefined;
  return found === undefined ? null : found;
}

function idsOf(list: List, keyOf: KeyOf): Map<unknown, Value> {
  return new Map(list.map((item) => [keyOf(adapted(item)), adapted(item)]));
}

function equalByKeys(list: List, other: List, keyOf: KeyOf): boolean | Failure {
  const items = idsOf(list, keyOf);
  for (const item of other) {
    const same = items.get(keyOf(adapted(item)));
    const compared = same === undefined ? false : equal(same, adapted(item));
    if (compared !== true) return compared;
  }
  return true;
}

function addByKeys(list: List, other: List, keyOf: KeyOf): List {
  const places = new Map(list.map((item, at) => [keyOf(adapted(item)), at]));
  const sum = [...list];
  for (const item of other) {
    const place = places.get(keyOf(adapted(item)));
    if (place === undefined) sum.push(item);
    else sum[place] = item;
  }
  return sum;
}
