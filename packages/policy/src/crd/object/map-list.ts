import { own } from '@podlint/plain';
import { isObject, keyOfJson } from '../values/json.js';

/** What tells an item of a list of type map from others; undefined where one of the keys is no plain value. */
export function keysOfItem(item: unknown, names: readonly string[]): string | undefined {
  if (!isObject(item) || names.length === 0) return undefined;
  const keys = names.map((name) => own(item, name));
  return keys.some((key) => key === undefined || key === null || typeof key === 'object') ? undefined : keyOfJson(keys);
}

/** The items by their keys; of several with the same keys the first (apiserver/pkg/cel/common/maplist.go). */
export function keyedItems(list: readonly unknown[], names: readonly string[]): ReadonlyMap<string, unknown> {
  const items = new Map<string, unknown>();
  for (const item of list) {
    const keys = keysOfItem(item, names);
    if (keys !== undefined && !items.has(keys)) items.set(keys, item);
  }
  return items;
}
