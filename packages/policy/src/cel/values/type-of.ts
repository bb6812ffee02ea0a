import {
  boolType,
  bytesType,
  CelType,
  doubleType,
  durationType,
  errorType,
  intType,
  listType,
  mapType,
  nullType,
  optionalType,
  stringType,
  timestampType,
  typeType,
  uintType,
} from '../types.js';
import { Boxed, Double, Duration, Failure, Opaque, Optional, Timestamp, Uint, type Value } from './value.js';

/** The type of a value at run time. Lists and maps are of `dyn`. */
export function typeOf(value: Value): CelType {
  switch (typeof value) {
    case 'string':
      return stringType;
    case 'boolean':
      return boolType;
    case 'number':
    case 'bigint':
      return intType;
    default:
      return typeOfObject(value);
  }
}

function typeOfObject(value: Exclude<Value, string | boolean | number | bigint>): CelType {
  if (value === null) return nullType;
  if (value instanceof Boxed) return typeOfBoxed(value);
  if (value instanceof Uint8Array) return bytesType;
  if (value instanceof CelType) return typeType;
  return Array.isArray(value) ? listType : mapType;
}

function typeOfBoxed(value: Boxed): CelType {
  if (value instanceof Double) return doubleType;
  if (value instanceof Uint) return uintType;
  if (value instanceof Duration) return durationType;
  if (value instanceof Timestamp) return timestampType;
  if (value instanceof Optional) return optionalType;
  if (value instanceof Opaque) return value.type;
  if (value instanceof Failure) return errorType;
  return 'type' in value && value.type instanceof CelType ? value.type : mapType;
}
