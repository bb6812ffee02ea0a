import { setElement, valuesOfItems } from '../node/elements.js';
import { fieldOf, getField, setField, setScalar } from '../node/fields.js';
import { isNilOrEmpty, isPresent, Kind, scalarNode, YNode } from '../node/node.js';
import { elementByKeys } from '../node/path.js';
import type { MergeSchema } from '../schema/merge-schema.js';

/** Merges an item with that of the patch. Undefined: the item goes. */
type MergeItem = (dest: YNode | undefined, patch: YNode | undefined) => YNode | undefined;

/**
 * Merges a list with that of a patch by the keys of its schema (associative_sequence.go). Items of the patch come
 * first. Undefined: nothing is left.
 */
export function mergeList(
  dest: YNode,
  patch: YNode | undefined,
  { mergeKeys: keys = [] }: MergeSchema,
  mergeItem: MergeItem,
): YNode | undefined {
  const sources = [patch, dest].filter((list) => list !== undefined);
  return keys.length > 0
    ? mergeItems(dest, patch, itemValues(sources, keys), keys, mergeItem)
    : mergeItems(dest, patch, scalarValues(sources), [''], mergeItem);
}

/** The different values of the keys, those of the patch first. */
function itemValues(sources: readonly YNode[], keys: readonly string[]): string[][] {
  return unique(sources.flatMap((list) => (list.kind === Kind.sequence ? valuesOfItems(list, keys) : [])));
}

function scalarValues(sources: readonly YNode[]): string[][] {
  return unique(sources.flatMap((list) => list.content.map(({ value }) => [value])));
}

function unique(values: string[][]): string[][] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && Boolean(seen.add(text));
  });
}

function mergeItems(
  dest: YNode,
  patch: YNode | undefined,
  valuesList: string[][],
  keys: readonly string[],
  mergeItem: MergeItem,
): YNode | undefined {
  const result = new YNode(Kind.sequence);
  result.place = dest.place;
  result.steps = dest.steps;
  if (keys.length > 1) completeValues(valuesList);
  let usedKeys: readonly string[] = keys;
  for (const values of valuesList) {
    const used = usedKeysOf(valuesList, values, keys);
    usedKeys = used.keys;
    const item = mergeItem(itemBy(dest, used.keys, used.values), itemBy(patch, used.keys, used.values));
    if (!item || isNilOrEmptyMap(item)) setElement(dest, undefined, used.keys, used.values);
    else {
      addKeys(item, used.keys, used.values);
      setElement(result, item, used.keys, used.values);
    }
  }
  return valuesList.length > 0 ? appendItems(result, dest, usedKeys) : dest;
}

function isNilOrEmptyMap(item: YNode): boolean {
  return !isPresent(item) || (item.kind === Kind.mapping && isNilOrEmpty(item));
}

/** An item gets the keys that it was found by and does not have. */
function addKeys(item: YNode, keys: readonly string[], values: readonly string[]): void {
  for (const [i, key] of keys.entries()) {
    if (fieldOf(item, key) || values[i] === '' || values[i] === undefined) continue;
    if (key === '') setScalar(item, scalarNode(values[i]));
    else setField(item, key, scalarNode(values[i]));
  }
}

function itemBy(list: YNode | undefined, keys: readonly string[], values: readonly string[]): YNode | undefined {
  if (list?.kind !== Kind.sequence) return undefined;
  const used = usedKeysOf([[...values]], values, keys);
  if (used.keys[0] === '' || used.keys.length === 0)
    return list.content.find(({ value }) => value === (used.values[0] ?? ''));
  return used.keys.length === used.values.length ? elementByKeys(list, used.keys, used.values) : undefined;
}

/** Keys that no item has do not count, unless there is no other (associative_sequence.go, validateKeys). */
function usedKeysOf(
  valuesList: readonly string[][],
  values: readonly string[],
  keys: readonly string[],
): { keys: readonly string[]; values: readonly string[] } {
  const used = new Set(valuesList.flatMap((list) => list.flatMap((value, i) => (value === '' ? [] : [keys[i]!]))));
  if (used.size === 0) return { keys, values };
  return {
    keys: keys.filter((key) => used.has(key)),
    values: values.filter((value, i) => value !== '' || used.has(keys[i]!)),
  };
}

/** Values of several keys that only differ where one is empty are the same (mergeValues). */
function completeValues(valuesList: string[][]): void {
  for (let i = 0; i < valuesList.length; i++) {
    const values = valuesList[i]!;
    for (let j = 0; j < valuesList.length; j++) {
      const common = commonValues(values, valuesList[j]!);
      if (!common) continue;
      valuesList[i] = common;
      valuesList[j] = common;
    }
  }
}

function commonValues(a: readonly string[], b: readonly string[]): string[] | undefined {
  if (a.length !== b.length || a.some((value, i) => value !== b[i] && value !== '' && b[i] !== '')) return undefined;
  return a.some((value, i) => value === b[i]) ? a.map((value, i) => (value === '' ? b[i]! : value)) : undefined;
}

/**
 * Puts the items of a list behind those that are there, unless they are there (appendListNode). With several keys, or
 * where an item lacks one, items get lost here; upstream loses them too.
 */
function appendItems(into: YNode, from: YNode, keys: readonly string[]): YNode {
  for (const item of from.content) {
    if (keys[0] === '') setElement(into, item, [''], [item.value]);
    else appendItem(into, item, keys);
  }
  return into;
}

function appendItem(into: YNode, item: YNode, keys: readonly string[]): void {
  const values: string[] = [];
  for (const key of keys) {
    const value = getField(item, key);
    if (value) values.push(value.value);
    else into.content.push(item);
  }
  if (keys.length > 1) setElement(into, undefined, keys, values);
  setElement(into, item, keys, values);
}
