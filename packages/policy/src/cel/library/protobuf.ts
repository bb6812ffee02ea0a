import type { Library, ObjectType } from '../environment.js';
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  listType,
  mapOf,
  nullable,
  stringType,
  timestampType,
  uintType,
  type CelType,
} from '../types.js';
import { CelMap } from '../values/map.js';
import { intOverflow } from '../values/int.js';
import { timestampOf } from '../values/time.js';
import { Double, Duration, Uint, type Failure, type Int, type Value } from '../values/value.js';

const prefix = 'google.protobuf.';

function message(
  name: string,
  type: CelType | undefined,
  fields: Readonly<Record<string, CelType>>,
  construct: (fields: ReadonlyMap<string, Value>) => Value | Failure,
): ObjectType {
  const known = new Map(Object.entries(fields));
  return { name: prefix + name, ...(type && { type }), field: (field) => known.get(field), construct };
}

/** `Int64Value{value: 5}` is an int that may be null. */
function wrapper(name: string, type: CelType, zero: Value): ObjectType {
  return message(name, nullable(type), { value: type }, (fields) => fields.get('value') ?? zero);
}

/** A wrapper of 32 bits. */
function limited(object: ObjectType, min: number, max: number): ObjectType {
  return {
    ...object,
    construct: (fields) => {
      const value = object.construct!(fields);
      const number = Number(value instanceof Uint ? value.value : value);
      return number < min || number > max ? intOverflow : value;
    },
  };
}

/** A value of JSON, by the one field that is set. */
const valueFields = {
  null_value: intType,
  number_value: doubleType,
  string_value: stringType,
  bool_value: boolType,
  struct_value: mapOf(stringType, dynType),
  list_value: listType,
};

function jsonValue(fields: ReadonlyMap<string, Value>): Value {
  for (const [name, value] of fields) if (name !== 'null_value') return value;
  return null;
}

const seconds = { seconds: intType, nanos: intType };
const numberIn = (fields: ReadonlyMap<string, Value>, name: string): Int => (fields.get(name) as Int | undefined) ?? 0;

/** A duration that is too long is the longest (durationpb, AsDuration). */
function clamped(nanoseconds: bigint): Duration {
  const [least, most] = [-(2n ** 63n), 2n ** 63n - 1n];
  return new Duration(nanoseconds < least ? least : nanoseconds > most ? most : nanoseconds);
}

/** Messages that every environment of cel-go has (common/types/provider.go). */
export const protobufLibrary: Library = {
  objects: [
    wrapper('BoolValue', boolType, false),
    wrapper('BytesValue', bytesType, new Uint8Array()),
    wrapper('DoubleValue', doubleType, new Double(0)),
    wrapper('FloatValue', doubleType, new Double(0)),
    limited(wrapper('Int32Value', intType, 0), -(2 ** 31), 2 ** 31 - 1),
    wrapper('Int64Value', intType, 0),
    wrapper('StringValue', stringType, ''),
    limited(wrapper('UInt32Value', uintType, new Uint(0n)), 0, 2 ** 32 - 1),
    wrapper('UInt64Value', uintType, new Uint(0n)),
    message('Duration', durationType, seconds, (fields) =>
      clamped(BigInt(numberIn(fields, 'seconds')) * 1_000_000_000n + BigInt(numberIn(fields, 'nanos'))),
    ),
    message('Timestamp', timestampType, seconds, (fields) =>
      timestampOf(Number(numberIn(fields, 'seconds')), Number(numberIn(fields, 'nanos'))),
    ),
    message(
      'Struct',
      mapOf(stringType, dynType),
      { fields: mapOf(stringType, dynType) },
      (fields) => fields.get('fields') ?? new CelMap(),
    ),
    message('Value', dynType, valueFields, jsonValue),
    message('ListValue', listType, { values: listType }, (fields) => fields.get('values') ?? []),
  ],
  constants: [[`${prefix}NullValue.NULL_VALUE`, intType, 0]],
};
