import { declare, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { optionalMacros } from '../syntax/more-macros.js';
import { operators } from '../syntax/operators.js';
import {
  boolType,
  dynType,
  intType,
  listOf,
  mapOf,
  optionalOf,
  optionalType,
  stringType,
  typeParameter,
} from '../types.js';
import { says } from '../values/failures.js';
import { isMap, sizeOfMap } from '../values/map.js';
import { typeOf } from '../values/type-of.js';
import {
  Double,
  Duration,
  Failure,
  Optional,
  Timestamp,
  Uint,
  adapted,
  type List,
  type Value,
} from '../values/value.js';
import { typed } from './typed.js';

const v = typeParameter('V');
const optional = optionalOf(v);
const list = listOf(v);
const map = mapOf(typeParameter('K'), v);
const k = typeParameter('K');

/** traits.Zeroer: the empty value of its type. Optionals and values of libraries have none. */
function isZero(value: Value): boolean {
  if (value === null || value === false || value === 0 || value === '') return true;
  if (value instanceof Double) return value.value === 0;
  if (value instanceof Uint) return value.value === 0n;
  if (value instanceof Duration) return value.nanoseconds === 0n;
  // Go's zero time is the first second of the first year.
  if (value instanceof Timestamp) return value.seconds === -62135596800 && value.nanoseconds === 0;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length === 0;
  return isMap(value) && typeOf(value).kind === 'map' && sizeOfMap(value) === 0;
}

function valueOf({ value }: Optional): Value | Failure {
  return value === undefined ? new Failure(says['empty-optional']()) : value;
}

function itemAt(items: List, at: number): Optional {
  return items.length === 0 ? Optional.none : Optional.of(adapted(items[at]));
}

function unwrap(items: List): List | Failure {
  const values: (Value | Failure)[] = [];
  for (const item of items.map(adapted)) {
    if (!(item instanceof Optional)) return new Failure(says['not-optional']({ type: typeOf(item).name }));
    if (item.value !== undefined) values.push(item.value);
  }
  return values;
}

const functions: readonly FunctionDeclaration[] = [
  declare(
    'optional.of',
    overload('optional_of', [v], optional, (value) => Optional.of(value)),
  ),
  declare(
    'optional.ofNonZeroValue',
    overload('optional_ofNonZeroValue', [v], optional, (value) => (isZero(value) ? Optional.none : Optional.of(value))),
  ),
  declare(
    'optional.none',
    overload('optional_none', [], optional, () => Optional.none),
  ),
  declare('value', method('optional_value', [optional], v, typed(valueOf))),
  declare(
    'hasValue',
    method(
      'optional_hasValue',
      [optional],
      boolType,
      typed(({ value }: Optional) => value !== undefined),
    ),
  ),
  // Planned: the other side is evaluated only where it is needed.
  declare('or', method('optional_or_optional', [optional, optional], optional)),
  declare('orValue', method('optional_orValue_value', [optional, v], v)),
  declare(operators.optionalSelect, overload('select_optional_field', [dynType, stringType], optional)),
  declare(
    operators.optionalIndex,
    overload('list_optindex_optional_int', [list, intType], optional),
    overload('optional_list_optindex_optional_int', [optionalOf(list), intType], optional),
    overload('map_optindex_optional_value', [map, k], optional),
    overload('optional_map_optindex_optional_value', [optionalOf(map), k], optional),
  ),
  declare(
    operators.index,
    overload('optional_list_index_int', [optionalOf(list), intType], optional),
    overload('optional_map_index_value', [optionalOf(map), k], optional),
  ),
  declare(
    'last',
    method(
      'list_last',
      [list],
      optional,
      typed((items: List) => itemAt(items, items.length - 1)),
    ),
  ),
  declare(
    'first',
    method(
      'list_first',
      [list],
      optional,
      typed((items: List) => itemAt(items, 0)),
    ),
  ),
  declare('optional.unwrap', overload('optional_unwrap', [listOf(optional)], list, typed(unwrap))),
  declare('unwrapOpt', method('optional_unwrapOpt', [listOf(optional)], list, typed(unwrap))),
];

/** Optional values (cel/library.go, OptionalTypes). */
export const optionalLibrary: Library = { functions, macros: optionalMacros, types: [optionalType] };
