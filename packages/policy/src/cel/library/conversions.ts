import { declare, overload, type FunctionDeclaration, type Operation } from '../environment.js';
import { describe } from '../evaluate/qualify.js';
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
import { bytesOf, textOfBytes } from '../values/bytes.js';
import { doubleText, doubleToInt, doubleToUint, parseFloat64 } from '../values/double.js';
import { says } from '../values/failures.js';
import { intOf, parseInt64 } from '../values/int.js';
import { durationText, parseDuration, parseTimestamp, timestampOf, timestampText } from '../values/time.js';
import { parseUint64, uintOf } from '../values/uint.js';
import { Double, Duration, Failure, Timestamp, Uint, type Int, type Value } from '../values/value.js';

/** A conversion from one type; what cannot be converted is undefined. */
type From = readonly [id: string, type: CelType, convert: (value: never) => Value | Failure | undefined];

const keep = (value: Value): Value => value;

const toInt: readonly From[] = [
  ['int64_to_int64', intType, keep],
  ['double_to_int64', doubleType, ({ value }: Double) => doubleToInt(value)],
  ['duration_to_int64', durationType, ({ nanoseconds }: Duration) => intOf(nanoseconds)],
  ['string_to_int64', stringType, parseInt64],
  ['timestamp_to_int64', timestampType, ({ seconds }: Timestamp) => seconds],
  ['uint64_to_int64', uintType, ({ value }: Uint) => intOf(value)],
];
const toUint: readonly From[] = [
  ['uint64_to_uint64', uintType, keep],
  ['double_to_uint64', doubleType, ({ value }: Double) => doubleToUint(value)],
  ['int64_to_uint64', intType, (value: Int) => uintOf(BigInt(value))],
  ['string_to_uint64', stringType, parseUint64],
];
const toDouble: readonly From[] = [
  ['double_to_double', doubleType, keep],
  ['int64_to_double', intType, (value: Int) => new Double(Number(value))],
  ['string_to_double', stringType, (text: string) => doubleIn(text)],
  ['uint64_to_double', uintType, ({ value }: Uint) => new Double(Number(value))],
];
const toBool: readonly From[] = [
  ['bool_to_bool', boolType, keep],
  ['string_to_bool', stringType, (text: string) => bools.get(text)],
];
const toBytes: readonly From[] = [
  ['bytes_to_bytes', bytesType, keep],
  ['string_to_bytes', stringType, bytesOf],
];
const toText: readonly From[] = [
  ['string_to_string', stringType, keep],
  ['bool_to_string', boolType, String],
  ['bytes_to_string', bytesType, textOfBytes],
  ['double_to_string', doubleType, ({ value }: Double) => doubleText(value)],
  ['duration_to_string', durationType, durationText],
  ['int64_to_string', intType, String],
  ['timestamp_to_string', timestampType, timestampText],
  ['uint64_to_string', uintType, ({ value }: Uint) => String(value)],
];
const toDuration: readonly From[] = [
  ['duration_to_duration', durationType, keep],
  // Declared, though no int can be converted (Int.ConvertToType).
  ['int64_to_duration', intType, () => undefined],
  ['string_to_duration', stringType, parseDuration],
];
const toTimestamp: readonly From[] = [
  ['timestamp_to_timestamp', timestampType, keep],
  ['int64_to_timestamp', intType, (value: Int) => timestampOf(Number(value), 0)],
  ['string_to_timestamp', stringType, parseTimestamp],
];

function doubleIn(text: string): Double | undefined {
  const value = parseFloat64(text);
  return value === undefined ? undefined : new Double(value);
}

/** strconv.ParseBool */
const bools: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text): [string, boolean] => [text, true]),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text): [string, boolean] => [text, false]),
]);

function conversion(name: string, to: CelType, from: readonly From[]): FunctionDeclaration {
  const overloads = from.map(([id, type, convert]) => overload(id, [type], to, converter(to, convert)));
  return declare(name, ...overloads);
}

function converter(to: CelType, convert: From[2]): Operation {
  return (value) => {
    const converted = convert(value as never);
    return converted === undefined
      ? new Failure(says.conversion({ value: describe(value), type: to.name }))
      : converted;
  };
}

/** `int(x)` and its kin; each takes only the types it has an overload for. */
export const conversions: readonly FunctionDeclaration[] = [
  conversion('bool', boolType, toBool),
  conversion('bytes', bytesType, toBytes),
  conversion('double', doubleType, toDouble),
  conversion('duration', durationType, toDuration),
  conversion('int', intType, toInt),
  conversion('string', stringType, toText),
  conversion('timestamp', timestampType, toTimestamp),
  conversion('uint', uintType, toUint),
];
