import { own, setOwn } from '@podlint/plain';
import { presence, structure, type Field } from '@podlint/schemas';
import { parseQuantity } from '../quantity.js';
import type { Minor } from '../versions.js';
import { canonicalMicroTime, canonicalTime } from './time.js';

type Json = Record<string, unknown>;

/**
 * The object as Go's encoding/json writes it out of the structs of k8s.io/api: empty texts, zeros, lists and maps
 * vanish where the field is marked `omitempty`, structs by value are always there, quantities are canonical. A copy;
 * the object is not changed.
 */
export function encodeObject(definition: string, object: Json, minor: Minor): Json {
  const fields = own(structure, definition) ?? {};
  const encoded: Json = {};
  for (const name in fields) {
    const field = fields[name]!;
    if (!isKnown(field, minor)) continue;
    const value = encodeField(definition, name, field, own(object, name), minor);
    if (value !== undefined) setOwn(encoded, name, value);
  }
  return encoded;
}

function isKnown({ since, until }: Field, minor: Minor): boolean {
  return (since === undefined || since <= minor) && (until === undefined || until >= minor);
}

function encodeField(definition: string, name: string, field: Field, value: unknown, minor: Minor): unknown {
  const { always, pointer } = own(presence, definition) ?? {};
  const isAlways = always?.includes(name) ?? false;
  if (value === undefined) return isAlways ? zeroOf(field, minor) : undefined;
  if (isEmpty(value, field) && !isAlways && !pointer?.includes(name)) return undefined;
  return encodeShape(field, value, minor);
}

const zeros: Readonly<Record<string, unknown>> = {
  string: '',
  boolean: false,
  int32: 0,
  int64: 0,
  'int-or-string': 0,
  quantity: '0',
};

/**
 * What an absent field is written as. A list or map that is not there is `null`, which stands for nothing and is left
 * out.
 */
function zeroOf({ type, shape }: Field, minor: Minor): unknown {
  if (shape) return undefined;
  return own(structure, type) ? encodeObject(type, {}, minor) : own(zeros, type);
}

function isEmpty(value: unknown, { type, shape }: Field): boolean {
  if (shape === 'list') return (value as readonly unknown[]).length === 0;
  if (shape === 'map') return Object.keys(value as object).length === 0;
  return !isNeverEmpty(type) && (value === '' || value === 0 || value === false);
}

/** Structs to Go, which encoding/json always writes (JSON of apiextensions and what holds schemas, RawExtension). */
function isNeverEmpty(type: string): boolean {
  return type === 'int-or-string' || type === 'quantity' || type === 'raw' || type.startsWith('schema-or-');
}

function encodeShape(field: Field, value: unknown, minor: Minor): unknown {
  if (field.shape === 'list') return (value as readonly unknown[]).map((item) => encodeValue(field.type, item, minor));
  if (field.shape === 'map')
    return Object.fromEntries(
      Object.entries(value as Json).map(([key, item]) => [key, encodeValue(field.type, item, minor)]),
    );
  return encodeValue(field.type, value, minor);
}

function encodeValue(type: string, value: unknown, minor: Minor): unknown {
  if (own(structure, type)) return encodeObject(type, value as Json, minor);
  if (type.startsWith('schema-or-')) return encodeSchemas(value, minor);
  if (type === 'quantity') return parseQuantity(value as string)?.toString();
  if (type === 'micro-time') return canonicalMicroTime(value as string);
  return type === 'time' ? canonicalTime(value as string) : value;
}

/** What is there of schemas: one, some, or something else in the place of one. */
function encodeSchemas(value: unknown, minor: Minor): unknown {
  if (Array.isArray(value)) return value.map((item) => encodeSchemas(item, minor));
  return typeof value === 'object' ? encodeObject('apiextensions.v1.JSONSchemaProps', value as Json, minor) : value;
}
