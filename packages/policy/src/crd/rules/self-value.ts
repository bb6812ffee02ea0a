import { own } from '@podlint/plain';
import { bytesOfBase64 } from './base64.js';
import { says } from '../../cel/values/failures.js';
import { withSemantics } from '../../cel/values/list-semantics.js';
import { parseTimestamp } from '../../cel/values/time.js';
import { adapted, Double, Failure, Timestamp, type JsonObject, type List, type Value } from '../../cel/values/value.js';
import { parseLooseDuration } from '../formats/duration.js';
import { valuesOf, type Schema } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';
import { escapedName, isReserved } from './escape.js';
import { mapSemantics, setSemantics } from './list-semantics.js';
import { withResourceFields } from './resource-fields.js';

const notOfType = (value: unknown, type: string): Failure =>
  new Failure(says.conversion({ value: JSON.stringify(value), type }));

/** A value as the expressions of its schema see it (apiserver/pkg/cel/common, UnstructuredToVal). */
export function selfValue(value: unknown, schema: Schema): Value | Failure {
  if (value === null) return schema.nullable ? null : notOfType(value, schema.type);
  if (schema.intOrString)
    return typeof value === 'object' || typeof value === 'boolean' ? notOfType(value, 'int') : adapted(value);
  switch (schema.type) {
    case 'object':
      return isObject(value) ? selfObject(value, schema) : notOfType(value, 'object');
    case 'array':
      return isList(value) && schema.items ? selfList(value, schema, schema.items) : notOfType(value, 'array');
    case 'string':
      return typeof value === 'string' ? selfText(value, schema) : notOfType(value, 'string');
    default:
      return selfScalar(value, schema);
  }
}

function selfScalar(value: unknown, { type, preserveUnknownFields }: Schema): Value | Failure {
  if (type === 'number') return typeof value === 'number' ? new Double(value) : notOfType(value, type);
  if (type === 'integer') return Number.isInteger(value) ? adapted(value) : notOfType(value, type);
  if (type === 'boolean') return typeof value === 'boolean' ? value : notOfType(value, type);
  return preserveUnknownFields ? adapted(value) : notOfType(value, type);
}

function selfText(text: string, { format }: Schema): Value | Failure {
  switch (format) {
    case 'duration':
      return parseLooseDuration(text) ?? notOfType(text, format);
    case 'date':
      return timestamp(`${text}T00:00:00Z`);
    case 'date-time':
      return text === '' ? new Timestamp(0, 0) : timestamp(/[Zz]$|[+-][0-9:]{5}$/.test(text) ? text : `${text}Z`);
    case 'byte':
      return bytesOfBase64(text) ?? notOfType(text, 'bytes');
    default:
      return text;
  }
}

function timestamp(text: string): Value | Failure {
  return parseTimestamp(text) ?? notOfType(text, 'timestamp');
}

function selfList(list: readonly unknown[], schema: Schema, items: Schema): List {
  const values = list.map((item) => selfValue(item, items));
  if (schema.listType === 'set') return withSemantics(values, setSemantics);
  if (schema.listType !== 'map') return values;
  return withSemantics(values, mapSemantics(schema.listMapKeys.map((key) => escapedName(key) ?? key)));
}

function selfObject(object: Json, schema: Schema): JsonObject {
  const named = schema.embeddedResource ? withResourceFields(schema) : schema;
  if (named.properties.size > 0) return withReserved(Object.fromEntries(fieldsOf(object, named)));
  const values = valuesOf(named);
  if (!values) return {};
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, selfValue(value, values)]));
}

/** A field that is null is not there; one that the schema does not name is not seen. */
function fieldsOf(object: Json, { properties }: Schema): (readonly [string, Value | Failure])[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const schema = properties.get(name);
    const escaped = escapedName(name);
    if (!schema || escaped === undefined || value === null) return [];
    return [[escaped, selfValue(value, schema)] as const];
  });
}

/** Fields that are called like words of CEL are found by their plain names too, and counted once. */
function withReserved(fields: JsonObject): JsonObject {
  for (const escaped of Object.keys(fields)) {
    const name = escaped.slice(2, -2);
    if (isReserved(name) && escaped === `__${name}__`)
      Object.defineProperty(fields, name, { value: own(fields, escaped) });
  }
  return fields;
}
