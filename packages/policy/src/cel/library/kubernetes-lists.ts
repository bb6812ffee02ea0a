import { declare, method, type FunctionDeclaration, type Library, type Operation } from '../environment.js';
import {
  boolType,
  comparableTypes,
  doubleType,
  durationType,
  intType,
  listOf,
  typeParameter,
  uintType,
  type CelType,
} from '../types.js';
import { compare, type Order } from '../values/compare.js';
import { equal } from '../values/equal.js';
import { noSuchOverload, says } from '../values/failures.js';
import { Double, Duration, Failure, Uint, adapted, type List, type Value } from '../values/value.js';
import { addition } from './arithmetic.js';
import { typed } from './typed.js';

function isSorted(list: List): boolean | Failure {
  for (let at = 0; at < list.length; at++) {
    const item = adapted(list[at]);
    // A single item is looked at too: it has to be one that can be ordered.
    if (compare(item, item) === noSuchOverload) return noSuchOverload;
    if (at > 0 && compare(adapted(list[at - 1]), item) === 1) return false;
  }
  return true;
}

function sum(zero: Value): Operation {
  return typed((list: List) => {
    let total: Value | Failure = zero;
    for (const item of list) {
      const next = addition(total, adapted(item));
      if (next instanceof Failure) return noSuchOverload;
      total = next;
    }
    return total;
  });
}

/** The first item, or a later one that stands in this order to the best so far. */
function best(name: string, better: Order): Operation {
  return typed((list: List) => {
    if (list.length === 0) return new Failure(says['empty-list']({ function: name }));
    let found = adapted(list[0]);
    for (const raw of list) {
      const item = adapted(raw);
      if (compare(item, item) === noSuchOverload) return noSuchOverload;
      if (compare(found, item) === better) found = item;
    }
    return found;
  });
}

function indexOf(list: List, item: Value): number {
  return list.findIndex((candidate) => equal(adapted(candidate), item) === true);
}

function lastIndexOf(list: List, item: Value): number {
  return list.findLastIndex((candidate) => equal(adapted(candidate), item) === true);
}

const summable: readonly (readonly [CelType, Value])[] = [
  [intType, 0],
  [uintType, new Uint(0n)],
  [doubleType, new Double(0)],
  [durationType, new Duration(0n)],
];
const a = typeParameter('A');

const functions: readonly FunctionDeclaration[] = [
  declare(
    'isSorted',
    ...comparableTypes.map((type) =>
      method(`list_${type.kind}_is_sorted_bool`, [listOf(type)], boolType, typed(isSorted)),
    ),
  ),
  declare(
    'sum',
    ...summable.map(([type, zero]) => method(`list_${type.kind}_sum_${type.kind}`, [listOf(type)], type, sum(zero))),
  ),
  declare(
    'max',
    ...comparableTypes.map((type) =>
      method(`list_${type.kind}_max_${type.kind}`, [listOf(type)], type, best('max', -1)),
    ),
  ),
  declare(
    'min',
    ...comparableTypes.map((type) =>
      method(`list_${type.kind}_min_${type.kind}`, [listOf(type)], type, best('min', 1)),
    ),
  ),
  declare('indexOf', method('list_a_index_of_int', [listOf(a), a], intType, typed(indexOf))),
  declare('lastIndexOf', method('list_a_last_index_of_int', [listOf(a), a], intType, typed(lastIndexOf))),
];

/** Kubernetes' lists (apiserver/pkg/cel/library/lists.go). */
export const kubernetesListsLibrary: Library = { functions };
