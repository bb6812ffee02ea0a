import {
  declare,
  declareOne,
  method,
  overload,
  type FunctionDeclaration,
  type Library,
  type Operation,
} from '../environment.js';
import { matching } from '../evaluate/patterns.js';
import { standardMacros } from '../syntax/macros.js';
import { operators } from '../syntax/operators.js';
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  listOf,
  listType,
  mapOf,
  mapType,
  nullType,
  stringType,
  timestampType,
  typeOfType,
  typeParameter,
  typeType,
  uintType,
} from '../types.js';
import { noSuchOverload } from '../values/failures.js';
import { sizeOf } from '../values/size.js';
import { typeOf } from '../values/type-of.js';
import { containing, equality, indexing, logic } from './logic.js';
import { arithmetic } from './arithmetic.js';
import { comparisons } from './comparisons.js';
import { conversions } from './conversions.js';
import { timeFunctions } from './time.js';

const a = typeParameter('A');
const listOfA = listOf(a);
const mapOfAB = mapOf(a, typeParameter('B'));

const size: Operation = (value) => sizeOf(value) ?? noSuchOverload;

const sized = [
  ['bytes', bytesType],
  ['list', listOfA],
  ['map', mapOfAB],
  ['string', stringType],
] as const;

const ofText =
  (test: (text: string, part: string) => boolean): Operation =>
  (text, part) =>
    typeof text === 'string' && typeof part === 'string' ? test(text, part) : noSuchOverload;

const textTests: readonly FunctionDeclaration[] = [
  declare(
    'contains',
    method(
      'contains_string',
      [stringType, stringType],
      boolType,
      ofText((text, part) => text.includes(part)),
    ),
  ),
  declare(
    'endsWith',
    method(
      'ends_with_string',
      [stringType, stringType],
      boolType,
      ofText((text, part) => text.endsWith(part)),
    ),
  ),
  declare(
    'startsWith',
    method(
      'starts_with_string',
      [stringType, stringType],
      boolType,
      ofText((text, part) => text.startsWith(part)),
    ),
  ),
  declareOne(
    'matches',
    matching('matches'),
    overload('matches', [stringType, stringType], boolType),
    method('matches_string', [stringType, stringType], boolType),
  ),
];

/** cel-go's standard library (common/stdlib/standard.go). */
export const standardLibrary: Library = {
  macros: standardMacros,
  functions: [
    ...logic,
    ...equality,
    ...arithmetic,
    ...comparisons,
    ...indexing,
    ...containing,
    ...conversions,
    ...textTests,
    ...timeFunctions,
    declareOne(
      'size',
      size,
      ...sized.flatMap(([name, type]) => [
        overload(`size_${name}`, [type], intType),
        method(`${name}_size`, [type], intType),
      ]),
    ),
    declareOne('type', (value) => typeOf(value), overload('type', [a], typeOfType(a))),
    declare(
      'dyn',
      overload('to_dyn', [a], dynType, (value) => value!),
    ),
    declareOne(operators.notStrictlyFalse, (value) => value!, overload('not_strictly_false', [boolType], boolType)),
  ],
  types: [
    boolType,
    bytesType,
    doubleType,
    durationType,
    intType,
    listType,
    mapType,
    nullType,
    stringType,
    timestampType,
    typeType,
    uintType,
  ],
};
