import { own } from '@podlint/plain';
import { defineMessages, type Message } from '@podlint/messages';
import type { JsonValue } from '@podlint/syntax';
import { isObject } from './source.js';
import type { Field } from './structure.js';

const types = defineMessages('type', {
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  int32: 'a whole number from -2147483648 to 2147483647',
  int64: 'a whole number from -9223372036854775808 to 9223372036854775807',
  'int-or-string': 'a whole number or a string',
  quantity: 'a quantity such as "500m" or "128Mi"',
  time: 'a time such as "2026-01-31T12:00:00Z"',
  'micro-time': 'a time with microseconds such as "2026-01-31T12:00:00.000000Z"',
  bytes: 'base64',
  strings: 'a list of strings',
  number: 'a number',
  'schema-or-bool': 'a JSON schema, or true or false',
  'schema-or-list': 'a JSON schema, or a list of them',
  'schema-or-texts': 'a JSON schema, or a list of strings',
  fields: 'a mapping of fields',
  list: 'a list of {items} (each begins with "- ")',
  mappings: 'a list of mappings (each begins with "- ")',
  map: 'a mapping of names to {values}',
});

const several = defineMessages('types', {
  string: 'strings',
  boolean: 'booleans',
  integer: 'whole numbers',
  'int-or-string': 'whole numbers or strings',
  quantity: 'quantities such as "500m" or "128Mi"',
  time: 'times such as "2026-01-31T12:00:00Z"',
  bytes: 'base64 texts',
  strings: 'lists of strings',
  number: 'numbers',
  schema: 'JSON schemas',
  mapping: 'mappings',
});

const values = defineMessages('value', {
  list: 'a list',
  mapping: 'a mapping',
  text: 'this string',
  string: 'the string "{value}"',
  number: 'the number {value}',
  boolean: 'the boolean {value}',
});

/** What Go wants, by the names of its types in the structure of kinds. */
const wanted: Readonly<Record<string, Message>> = {
  string: types.string(),
  boolean: types.boolean(),
  int32: types.integer(),
  int64: types.integer(),
  'int-or-string': types['int-or-string'](),
  quantity: types.quantity(),
  time: types.time(),
  'micro-time': types['micro-time'](),
  bytes: types.bytes(),
  strings: types.strings(),
  number: types.number(),
  'schema-or-bool': types['schema-or-bool'](),
  'schema-or-list': types['schema-or-list'](),
  'schema-or-texts': types['schema-or-texts'](),
};

/** The same, of the items of a list or the values of a mapping. */
const wantedSeveral: Readonly<Record<string, Message>> = {
  string: several.string(),
  boolean: several.boolean(),
  int32: several.integer(),
  int64: several.integer(),
  'int-or-string': several['int-or-string'](),
  quantity: several.quantity(),
  time: several.time(),
  'micro-time': several.time(),
  bytes: several.bytes(),
  strings: several.strings(),
  number: several.number(),
  'schema-or-bool': several.schema(),
  'schema-or-list': several.schema(),
  'schema-or-texts': several.schema(),
};

/** `a list of strings (each begins with "- ")`. */
export function wantedType({ type, shape }: Field, given: JsonValue): Message {
  if (!shape && Number.isInteger(given) && (type === 'int32' || type === 'int64')) return types[type]();
  const items = own(wantedSeveral, type);
  if (shape === 'list') return items ? types.list({ items }) : types.mappings();
  if (shape === 'map') return types.map({ values: items ?? several.mapping() });
  return own(wanted, type) ?? types.fields();
}

/** `the number 80`; a long text is not repeated. */
export function givenValue(value: JsonValue): Message {
  if (Array.isArray(value)) return values.list();
  if (isObject(value)) return values.mapping();
  if (typeof value === 'string')
    return value.length > 40 || value.includes('\n') ? values.text() : values.string({ value });
  return typeof value === 'number' ? values.number({ value }) : values.boolean({ value: String(value) });
}

/** For what may be a secret. */
export function unnamedText(): Message {
  return values.text();
}
