import { declare, declareOne, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { listMacros } from '../syntax/more-macros.js';
import { comparableTypes, intType, listOf, listType, typeParameter } from '../types.js';
import { compare } from '../values/compare.js';
import { equal } from '../values/equal.js';
import { noSuchOverload, says } from '../values/failures.js';
import { typeOf } from '../values/type-of.js';
import { Failure, adapted, type Int, type List, type Value } from '../values/value.js';
import { spend } from '../values/work.js';
import { typed } from './typed.js';

const list = listOf(typeParameter('T'));

function slice(items: List, start: Int, end: Int): List | Failure {
  if (start < 0 || end < 0 || start > end || end > items.length)
    return new Failure(says['bad-range']({ start: String(start), end: String(end) }));
  return items.slice(Number(start), Number(end));
}

function flatten(items: List, depth: Int = 1): List | Failure {
  if (!Array.isArray(items)) return noSuchOverload;
  return depth < 0 ? new Failure(says['negative-depth']()) : flattened(items, Number(depth));
}

function flattened(items: List, depth: number): List {
  spend(items.length);
  return items.flatMap((item) => (Array.isArray(item) && depth > 0 ? flattened(item, depth - 1) : [item]));
}

/** Sorts a list by keys of one type (sortListByAssociatedKeys). */
function sortBy(items: List, keys: List): List | Failure {
  if (items.length !== keys.length) return new Failure(says['keys-differ']({ items: items.length, keys: keys.length }));
  if (items.length === 0) return items;
  const values = keys.map(adapted);
  const failure = unsortable(values);
  if (failure) return failure;
  const order = values.map((_, at) => at);
  order.sort((a, b) => {
    const result = compare(values[a]!, values[b]!);
    return result instanceof Failure ? 0 : result;
  });
  return order.map((at) => items[at]);
}

const orderedKinds = new Set(comparableTypes.map(({ kind }) => kind));

function unsortable(values: readonly Value[]): Failure | undefined {
  const { kind } = typeOf(values[0]!);
  if (!orderedKinds.has(kind)) return new Failure(says['not-comparable']());
  const mixed = values.some((value) => typeOf(value).kind !== kind);
  return mixed ? new Failure(says['mixed-types']()) : undefined;
}

/** The items without those equal to one before. */
function distinct(items: List): List {
  const kept: Value[] = [];
  for (const item of items.map(adapted)) {
    spend(1);
    if (!kept.some((other) => equal(item, other) === true)) kept.push(item);
  }
  return kept;
}

const largestRange = 50_000_000;

function range(count: Int): List {
  const size = Math.max(0, Math.min(Number(count), largestRange));
  spend(size);
  return Array.from({ length: size }, (_, at) => at);
}

const functions: readonly FunctionDeclaration[] = [
  declare('slice', method('list_slice', [list, intType, intType], list, typed(slice))),
  {
    ...declare(
      'flatten',
      method('list_flatten', [listOf(list)], list, typed(flatten)),
      method('list_flatten_int', [listType, intType], listType, typed(flatten)),
    ),
    unguarded: true,
  },
  declareOne(
    'sort',
    (items) => (Array.isArray(items) ? sortBy(items, items) : noSuchOverload),
    ...comparableTypes.map((type) => method(`list_${type.name}_sort`, [listOf(type)], listOf(type))),
  ),
  declareOne(
    '@sortByAssociatedKeys',
    (items, keys) => (Array.isArray(items) && Array.isArray(keys) ? sortBy(items, keys) : noSuchOverload),
    ...comparableTypes.map((type) => method(`list_${type.name}_sortByAssociatedKeys`, [list, listOf(type)], list)),
  ),
  declare('lists.range', overload('lists_range', [intType], listOf(intType), typed(range))),
  declare(
    'reverse',
    method(
      'list_reverse',
      [list],
      list,
      typed((items: List) => items.toReversed()),
    ),
  ),
  declare('distinct', method('list_distinct', [list], list, typed(distinct))),
];

/** cel-go's lists, version 3 (ext/lists.go). */
export const listsLibrary: Library = { functions, macros: listMacros };
