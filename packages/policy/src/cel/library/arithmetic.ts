import { declareOne, overload, type FunctionDeclaration, type Operation } from '../environment.js';
import { operators } from '../syntax/operators.js';
import {
  bytesType,
  doubleType,
  durationType,
  intType,
  listOf,
  stringType,
  timestampType,
  typeParameter,
  uintType,
} from '../types.js';
import { noSuchOverload } from '../values/failures.js';
import { addInts, divideInts, moduloInts, multiplyInts, negateInt, subtractInts } from '../values/int.js';
import { addLists } from '../values/list-semantics.js';
import { durationOf, timestampMinus, timestampPlus } from '../values/time.js';
import { divideUints, moduloUints, uintOf } from '../values/uint.js';
import { Double, Duration, Timestamp, Uint, type Failure, type Int, type List, type Value } from '../values/value.js';
import { spend } from '../values/work.js';

interface Numeric {
  readonly int: (a: Int, b: Int) => Value | Failure;
  readonly uint: (a: bigint, b: bigint) => Value | Failure;
  /** Undefined: not for doubles. */
  readonly double: ((a: number, b: number) => number) | undefined;
}

/** An operator between two numbers of one type; `rest` for all others. */
function numeric({ int, uint, double }: Numeric, rest: Operation = () => noSuchOverload): Operation {
  return (a, b) => {
    if (isInt(a)) return isInt(b) ? int(a, b) : noSuchOverload;
    if (a instanceof Double && double)
      return b instanceof Double ? new Double(double(a.value, b.value)) : noSuchOverload;
    if (a instanceof Uint) return b instanceof Uint ? uint(a.value, b.value) : noSuchOverload;
    return rest(a, b);
  };
}

function isInt(value: Value | undefined): value is Int {
  return typeof value === 'number' || typeof value === 'bigint';
}

function joined(a: List, b: List): Value {
  spend(a.length + b.length);
  return addLists(a, b);
}

function joinedBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
}

const addOthers: Operation = (a, b) => {
  if (typeof a === 'string') return typeof b === 'string' ? a + b : noSuchOverload;
  if (Array.isArray(a)) return Array.isArray(b) ? joined(a, b) : noSuchOverload;
  if (a instanceof Uint8Array) return b instanceof Uint8Array ? joinedBytes(a, b) : noSuchOverload;
  if (a instanceof Timestamp) return b instanceof Duration ? timestampPlus(a, b.nanoseconds) : noSuchOverload;
  if (!(a instanceof Duration)) return noSuchOverload;
  if (b instanceof Timestamp) return timestampPlus(b, a.nanoseconds);
  return b instanceof Duration ? durationOf(a.nanoseconds + b.nanoseconds) : noSuchOverload;
};

const subtractOthers: Operation = (a, b) => {
  if (a instanceof Duration && b instanceof Duration) return durationOf(a.nanoseconds - b.nanoseconds);
  if (!(a instanceof Timestamp)) return noSuchOverload;
  if (b instanceof Timestamp) return timestampMinus(a, b);
  return b instanceof Duration ? timestampPlus(a, -b.nanoseconds) : noSuchOverload;
};

const negate: Operation = (value) => {
  if (isInt(value)) return negateInt(value);
  if (value instanceof Double) return new Double(-value.value);
  return value instanceof Duration ? durationOf(-value.nanoseconds) : noSuchOverload;
};

const both = (id: string, type: typeof intType): ReturnType<typeof overload> => overload(id, [type, type], type);
const listOfA = listOf(typeParameter('A'));

/** `+` */
export const addition = numeric({ int: addInts, uint: (a, b) => uintOf(a + b), double: (a, b) => a + b }, addOthers);

export const arithmetic: readonly FunctionDeclaration[] = [
  declareOne(
    operators.add,
    addition,
    both('add_bytes', bytesType),
    both('add_double', doubleType),
    both('add_duration_duration', durationType),
    overload('add_duration_timestamp', [durationType, timestampType], timestampType),
    overload('add_timestamp_duration', [timestampType, durationType], timestampType),
    both('add_int64', intType),
    both('add_list', listOfA),
    both('add_string', stringType),
    both('add_uint64', uintType),
  ),
  declareOne(
    operators.divide,
    numeric({ int: divideInts, uint: divideUints, double: (a, b) => a / b }),
    both('divide_double', doubleType),
    both('divide_int64', intType),
    both('divide_uint64', uintType),
  ),
  declareOne(
    operators.modulo,
    numeric({ int: moduloInts, uint: moduloUints, double: undefined }),
    both('modulo_int64', intType),
    both('modulo_uint64', uintType),
  ),
  declareOne(
    operators.multiply,
    numeric({ int: multiplyInts, uint: (a, b) => uintOf(a * b), double: (a, b) => a * b }),
    both('multiply_double', doubleType),
    both('multiply_int64', intType),
    both('multiply_uint64', uintType),
  ),
  declareOne(
    operators.negate,
    negate,
    overload('negate_double', [doubleType], doubleType),
    overload('negate_int64', [intType], intType),
  ),
  declareOne(
    operators.subtract,
    numeric({ int: subtractInts, uint: (a, b) => uintOf(a - b), double: (a, b) => a - b }, subtractOthers),
    both('subtract_double', doubleType),
    both('subtract_duration_duration', durationType),
    both('subtract_int64', intType),
    overload('subtract_timestamp_duration', [timestampType, durationType], timestampType),
    overload('subtract_timestamp_timestamp', [timestampType, timestampType], durationType),
    both('subtract_uint64', uintType),
  ),
];
