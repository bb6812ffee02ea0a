import { CelType } from './types.js';
import { base64Of } from './values/bytes.js';
import { doubleText } from './values/double.js';
import { pairsOf, type MapValue } from './values/map.js';
import { timestampText } from './values/time.js';
import {
  Boxed,
  Double,
  Duration,
  Failure,
  Opaque,
  Optional,
  Timestamp,
  Uint,
  adapted,
  type List,
  type Value,
} from './values/value.js';

/**
 * A value of CEL as JSON: bools, strings and lists as they are, all else as an object with the type for its key.
 */
export type Encoded = boolean | string | readonly Encoded[] | EncodedValue;

type EncodedValue =
  | { readonly null: true }
  | { readonly int: string }
  | { readonly uint: string }
  /** Go's shortest form, `NaN`, `+Inf`, `-Inf`. */
  | { readonly double: string }
  /** base64 */
  | { readonly bytes: string }
  /** Nanoseconds. */
  | { readonly duration: string }
  /** RFC 3339, UTC. */
  | { readonly timestamp: string }
  | { readonly type: string }
  | { readonly optional: readonly [] | readonly [Encoded] }
  /** By keys. */
  | { readonly map: readonly (readonly [Encoded, Encoded])[] }
  | { readonly opaque: readonly [type: string, text: string] };

export function encode(value: Value): Encoded {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
    case 'bigint':
      return { int: String(value) };
    default:
      return encodeObject(value);
  }
}

function encodeObject(value: Exclude<Value, string | boolean | number | bigint>): Encoded {
  if (value === null) return { null: true };
  if (value instanceof Boxed) return encodeBoxed(value);
  if (value instanceof Uint8Array) return { bytes: base64Of(value) };
  if (value instanceof CelType) return { type: value.name };
  return Array.isArray(value) ? (value as List).map((item) => encode(adapted(item))) : encodeMap(value as MapValue);
}

function encodeBoxed(value: Boxed): Encoded {
  if (value instanceof Double) return { double: doubleText(value.value) };
  if (value instanceof Uint) return { uint: String(value.value) };
  if (value instanceof Duration) return { duration: String(value.nanoseconds) };
  if (value instanceof Timestamp) return { timestamp: timestampText(new Timestamp(value.seconds, value.nanoseconds)) };
  if (value instanceof Optional) return { optional: encodeInside(value) };
  if (value instanceof Opaque) return { opaque: [value.type.name, value.toString()] };
  return encodeMap(value as MapValue);
}

function encodeInside({ value }: Optional): readonly [] | readonly [Encoded] {
  if (value === undefined) return [];
  return [value instanceof Failure ? value.toString() : encode(value)];
}

function encodeMap(map: MapValue): Encoded {
  const pairs = pairsOf(map).map(([key, value]): readonly [Encoded, Encoded] => [
    encode(key),
    value instanceof Failure ? value.toString() : encode(value),
  ]);
  const sorted = pairs.map((pair) => ({ pair, order: JSON.stringify(pair[0]) }));
  sorted.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  return { map: sorted.map(({ pair }) => pair) };
}
