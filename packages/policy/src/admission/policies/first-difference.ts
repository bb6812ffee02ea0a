import { own } from '@podlint/plain';
import { isList, isObject } from '../../crd/values/json.js';

export interface Difference {
  /** `spec.replicas`; empty for the object itself. */
  readonly path: string;
  readonly expected: unknown;
  /** Undefined: it is not there. */
  readonly found: unknown;
}

/**
 * Where an object is not as expected. What is not named may be anything: of an object the other fields, but of a list no
 * other items. Null stands for a field that is not there.
 */
export function firstDifference(expected: unknown, found: unknown, path = ''): Difference | undefined {
  if (isObject(expected) && isObject(found)) {
    return first(Object.entries(expected), ([name, value]) =>
      firstDifference(value, own(found, name), path === '' ? name : `${path}.${name}`),
    );
  }
  if (isList(expected) && isList(found) && expected.length === found.length)
    return first([...expected.entries()], ([i, item]) => firstDifference(item, found[i], `${path}[${i}]`));
  const isSame = expected === found || (expected === null && found === undefined);
  return isSame ? undefined : { path, expected, found };
}

function first<Item>(items: readonly Item[], differenceOf: (item: Item) => Difference | undefined) {
  for (const item of items) {
    const difference = differenceOf(item);
    if (difference) return difference;
  }
  return undefined;
}
