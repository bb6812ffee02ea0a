import { demandKind, fieldOf } from './fields.js';
import { isNilOrEmpty, isPresent, Kind, type YNode } from './node.js';

/**
 * Puts an item into a list in the place of those with the same keys, or behind all others; without an item it removes
 * those (fns.go, ElementSetter). Without values every item that has the keys is taken, and the others are dropped.
 */
export function setElement(
  list: YNode,
  item: YNode | undefined,
  keys: readonly string[],
  values: readonly string[],
): void {
  demandKind(list, Kind.sequence);
  const names = keys.length === 0 ? [''] : keys;
  const byField = names[0] !== '' && values.length > 0 && values[0] !== '';
  const content: YNode[] = [];
  let isThere = false;
  for (const old of list.content) {
    if (!isPresent(old) || (old.kind === Kind.mapping && old.content.length === 0)) continue;
    if (old.kind !== Kind.mapping && byField) content.push(old);
    else if (!hasValues(old, names, values)) {
      if (values.length > 0) content.push(old);
    } else {
      isThere = true;
      if (item) content.push(item);
    }
  }
  if (isPresent(item) && !isThere) content.push(item);
  list.content = content;
}

function hasValues(item: YNode, keys: readonly string[], values: readonly string[]): boolean {
  let found: YNode | undefined;
  for (const [i, key] of keys.entries()) {
    if (i < values.length) found = matching(item, key, values[i]!);
    if (!found) return false;
  }
  return true;
}

/** An empty value stands for any (fns.go, FieldMatcher with a StringValue). */
function matching(item: YNode, key: string, value: string): YNode | undefined {
  if (key === '') {
    demandKind(item, Kind.scalar);
    return item.value === value ? item : undefined;
  }
  demandKind(item, Kind.mapping);
  const field = fieldOf(item, key);
  return value === '' || field?.value === value ? field : undefined;
}

/** What the items have under these keys, empty for what they do not have (rnode.go, ElementValuesList). */
export function valuesOfItems(list: YNode, keys: readonly string[]): string[][] {
  demandKind(list, Kind.sequence);
  return list.content.map((item) =>
    keys.map((key) => {
      const field = fieldOf(item, key);
      return isNilOrEmpty(field) ? '' : field!.value;
    }),
  );
}
