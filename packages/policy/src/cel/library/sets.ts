import { declare, overload, type Library } from '../environment.js';
import { boolType, listOf, typeParameter } from '../types.js';
import { listContains } from '../values/equal.js';
import { adapted, type List } from '../values/value.js';
import { typed } from './typed.js';

const list = listOf(typeParameter('T'));

function contains(items: List, others: List): boolean {
  return others.every((other) => listContains(items, adapted(other)));
}

function intersects(items: List, others: List): boolean {
  return items.some((item) => listContains(others, adapted(item)));
}

/** cel-go's sets (ext/sets.go). */
export const setsLibrary: Library = {
  functions: [
    declare('sets.contains', overload('list_sets_contains_list', [list, list], boolType, typed(contains))),
    declare(
      'sets.equivalent',
      overload(
        'list_sets_equivalent_list',
        [list, list],
        boolType,
        typed((items: List, others: List) => contains(items, others) && contains(others, items)),
      ),
    ),
    declare('sets.intersects', overload('list_sets_intersects_list', [list, list], boolType, typed(intersects))),
  ],
};
