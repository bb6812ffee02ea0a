import { declareOne, overload, type FunctionDeclaration } from '../environment.js';
import { operators } from '../syntax/operators.js';
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  intType,
  stringType,
  timestampType,
  uintType,
  type CelType,
} from '../types.js';
import { compare, type Order } from '../values/compare.js';
import { Failure } from '../values/value.js';

/** What can be compared, numbers of different types among it (CrossTypeNumericComparisons). */
const comparable: readonly (readonly [id: string, left: CelType, right: CelType])[] = [
  ['bool', boolType, boolType],
  ['int64', intType, intType],
  ['int64_double', intType, doubleType],
  ['int64_uint64', intType, uintType],
  ['uint64', uintType, uintType],
  ['uint64_double', uintType, doubleType],
  ['uint64_int64', uintType, intType],
  ['double', doubleType, doubleType],
  ['double_int64', doubleType, intType],
  ['double_uint64', doubleType, uintType],
  ['string', stringType, stringType],
  ['bytes', bytesType, bytesType],
  ['timestamp', timestampType, timestampType],
  ['duration', durationType, durationType],
];

function comparison(name: string, id: string, holds: (order: Order) => boolean): FunctionDeclaration {
  return declareOne(
    name,
    (left, right) => {
      const order = compare(left, right);
      return order instanceof Failure ? order : holds(order);
    },
    ...comparable.map(([suffix, left, right]) => overload(`${id}_${suffix}`, [left, right], boolType)),
  );
}

export const comparisons: readonly FunctionDeclaration[] = [
  comparison(operators.less, 'less', (order) => order < 0),
  comparison(operators.lessEquals, 'less_equals', (order) => order <= 0),
  comparison(operators.greater, 'greater', (order) => order > 0),
  comparison(operators.greaterEquals, 'greater_equals', (order) => order >= 0),
];
