import { declare, declareOne, overload, type FunctionDeclaration } from '../environment.js';
import { select } from '../evaluate/qualify.js';
import { operators } from '../syntax/operators.js';
import { boolType, intType, listOf, mapOf, typeParameter } from '../types.js';
import { equal, listContains } from '../values/equal.js';
import { noSuchOverload } from '../values/failures.js';
import { findInMap, isMap } from '../values/map.js';
import { Failure } from '../values/value.js';

const a = typeParameter('A');
const listOfA = listOf(a);
const b = typeParameter('B');
const mapOfAB = mapOf(a, b);

/** `?:`, `&&` and `||` are planned, not called: what is not needed is not evaluated. */
export const logic: readonly FunctionDeclaration[] = [
  declare(operators.conditional, overload('conditional', [boolType, a, a], a)),
  declare(operators.and, overload('logical_and', [boolType, boolType], boolType)),
  declare(operators.or, overload('logical_or', [boolType, boolType], boolType)),
  declareOne(
    operators.not,
    (value) => (typeof value === 'boolean' ? !value : noSuchOverload),
    overload('logical_not', [boolType], boolType),
  ),
];

export const equality: readonly FunctionDeclaration[] = [
  declareOne(operators.equals, (left, right) => equal(left, right), overload('equals', [a, a], boolType)),
  declareOne(
    operators.notEquals,
    (left, right) => equal(left, right) !== true,
    overload('not_equals', [a, a], boolType),
  ),
];

/** Indexing is planned as a part of what it looks into. */
export const indexing: readonly FunctionDeclaration[] = [
  declareOne(
    operators.index,
    (value, key) => select(value, key),
    overload('index_list', [listOfA, intType], a),
    overload('index_map', [mapOfAB, a], b),
  ),
];

export const containing: readonly FunctionDeclaration[] = [
  declareOne(
    operators.in,
    (item, container) => {
      if (Array.isArray(container)) return listContains(container, item);
      if (!isMap(container)) return noSuchOverload;
      const found = findInMap(container, item);
      return found instanceof Failure ? found : found !== undefined;
    },
    overload('in_list', [a, listOfA], boolType),
    overload('in_map', [a, mapOfAB], boolType),
  ),
];
