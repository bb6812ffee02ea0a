import { defineMessages, type Message } from '@podlint/messages';
import { setOwn } from '@podlint/plain';
import { PatchObject, PatchOperation } from '../../cel/admission/patches.js';
import { CelType } from '../../cel/types.js';
import { base64Of } from '../../cel/values/bytes.js';
import { CelMap, LazyMap, pairsOf } from '../../cel/values/map.js';
import { durationText, timestampText } from '../../cel/values/time.js';
import {
  Boxed,
  Double,
  Duration,
  Failure,
  Optional,
  Timestamp,
  Uint,
  adapted,
  type List,
  type Value,
} from '../../cel/values/value.js';
import type { Json } from '../../crd/values/json.js';

const says = defineMessages('patch-json', {
  'no-json': 'a value of the type {type} cannot be written into an object',
  key: 'the keys of a map in an object have to be texts',
  null: 'the field {field} of an object is null, which cannot be written. Leave the field out: ?{field} sets it only where there is a value',
  'plain-map':
    'the field {field} holds a plain map inside of a list or a map, which cannot be written. Write such an object with its type',
  'type-name': 'an object at this place is called {wanted}, not {found}',
});

/** Thrown inside of this file only: a value has a fault anywhere. */
class PatchFault extends Error {
  constructor(readonly said: Message) {
    super(said.id);
  }
}

export type Written = { readonly json: unknown } | { readonly fault: Message };

/** A value that an expression made, as it stands in an object. */
export function jsonOf(value: Value): Written {
  try {
    return { json: written(value) };
  } catch (fault) {
    if (fault instanceof PatchFault) return { fault: fault.said };
    throw fault;
  }
}

/** Fields of an object, of one that `Object{...}` made. */
export function jsonOfObject(object: PatchObject): { readonly json: Json } | { readonly fault: Message } {
  const result = jsonOf(object);
  return 'fault' in result ? result : { json: result.json as Json };
}

function written(value: Value): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return base64Of(value);
  if (value instanceof CelType) throw new PatchFault(says['no-json']({ type: value.name }));
  if (Array.isArray(value)) return (value as List).map((item) => written(adapted(item)));
  return value instanceof Boxed ? writtenBoxed(value) : writtenMap(value as Json);
}

function writtenBoxed(value: Boxed): unknown {
  if (value instanceof PatchObject) return fieldsOf(value.fields);
  if (value instanceof Double) return value.value;
  if (value instanceof Uint) return Number(value.value);
  if (value instanceof Timestamp) return timestampText(value);
  if (value instanceof Duration) return durationText(value);
  if (value instanceof CelMap || value instanceof LazyMap) return writtenPairs(pairsOf(value));
  throw new PatchFault(says['no-json']({ type: typeNameOf(value) }));
}

function typeNameOf(value: Boxed): string {
  if (value instanceof Optional) return 'optional';
  if (value instanceof PatchOperation) return value.type.name;
  return 'type' in value && value.type instanceof CelType ? value.type.name : 'dyn';
}

function fieldsOf(fields: ReadonlyMap<string, Value>): Json {
  const made: Json = {};
  for (const [name, value] of fields) {
    refuseUnwritable(name, value);
    setOwn(made, name, written(value));
  }
  return made;
}

/** What Go's form of an object does not hold (cel/mutation/dynamic/objects.go, convertField). */
function refuseUnwritable(field: string, value: Value): void {
  if (value === null) throw new PatchFault(says.null({ field }));
  const items = Array.isArray(value)
    ? (value as List)
    : value instanceof CelMap
      ? pairsOf(value).map(([, item]) => item)
      : [];
  if (items.some((item) => item instanceof CelMap)) throw new PatchFault(says['plain-map']({ field }));
}

function writtenMap(map: Json): Json {
  const made: Json = {};
  for (const [name, value] of Object.entries(map)) setOwn(made, name, written(adapted(value)));
  return made;
}

function writtenPairs(pairs: readonly (readonly [Value, Value | Failure])[]): Json {
  const made: Json = {};
  for (const [key, value] of pairs) {
    if (typeof key !== 'string') throw new PatchFault(says.key());
    if (value instanceof Failure) throw new PatchFault(value.reason);
    setOwn(made, key, written(value));
  }
  return made;
}

/**
 * Why the names of types do not say where their objects are: `Object.spec{selector: Object.spec.wrong{}}`
 * (cel/mutation/dynamic/objects.go, CheckTypeNamesMatchFieldPathNames). Lists and maps between them have no names.
 */
export function faultOfTypeNames(value: Value, wanted = 'Object'): Message | undefined {
  if (value instanceof PatchObject) {
    if (value.name !== wanted) return says['type-name']({ wanted, found: value.name });
    return firstFault([...value.fields].map(([name, field]) => [field, `${wanted}.${name}`]));
  }
  if (Array.isArray(value)) return firstFault((value as List).map((item) => [adapted(item), wanted]));
  if (value instanceof CelMap) return firstFault(pairsOf(value).map(([, inner]) => [inner, wanted]));
  return undefined;
}

function firstFault(values: readonly (readonly [Value | Failure, string])[]): Message | undefined {
  for (const [value, wanted] of values) {
    const fault = faultOfTypeNames(value, wanted);
    if (fault) return fault;
  }
  return undefined;
}
