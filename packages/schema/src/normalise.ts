import { setOwn } from '@podlint/plain';
import type { Minor } from '@podlint/model';
import type { JsonValue } from '@podlint/syntax';
import { bytesText } from './bytes.js';
import { zeroValue } from './go-values.js';
import { isObject } from './source.js';
import { fieldOf, holdsSchemas, schemaDefinition } from './structure.js';

type JsonObject = { [key: string]: JsonValue };

/**
 * Changes a decodable object in place into what Go would hold: no null (an absent field; the zero value in lists and
 * maps), no field that the version does not know, quantities as strings, bytes as base64.
 */
export function normaliseStruct(object: JsonObject, type: string, minor: Minor): JsonObject {
  for (const name in object) {
    const value = object[name] ?? null;
    const field = fieldOf(type, name, minor);
    if (!field || value === null) Reflect.deleteProperty(object, name);
    else if (field.shape === 'list') normaliseList(value as JsonValue[], field.type, minor);
    else if (field.shape === 'map') normaliseMap(value as JsonObject, field.type, minor);
    else replace(object, name, value, normaliseSingle(value, field.type, minor));
  }
  return object;
}

function normaliseList(list: JsonValue[], type: string, minor: Minor): void {
  for (let index = 0; index < list.length; index++) list[index] = normaliseElement(list[index]!, type, minor);
}

function normaliseMap(map: JsonObject, type: string, minor: Minor): void {
  for (const key in map) replace(map, key, map[key]!, normaliseElement(map[key]!, type, minor));
}

function normaliseElement(value: JsonValue, type: string, minor: Minor): JsonValue {
  return value === null ? zeroValue(type) : normaliseSingle(value, type, minor);
}

function normaliseSingle(value: JsonValue, type: string, minor: Minor): JsonValue {
  if (type === 'quantity') return typeof value === 'number' ? String(value) : value;
  if (type === 'bytes') return Array.isArray(value) ? bytesText(value) : value;
  if (holdsSchemas(type)) return normaliseSchemas(value, type, minor);
  return type.includes('.') ? normaliseStruct(value as JsonObject, type, minor) : value;
}

/** A list is one of schemas, but for what takes texts. */
function normaliseSchemas(value: JsonValue, type: string, minor: Minor): JsonValue {
  if (Array.isArray(value)) normaliseList(value, type === 'schema-or-texts' ? 'string' : schemaDefinition, minor);
  else if (isObject(value)) normaliseStruct(value, schemaDefinition, minor);
  return value;
}

function replace(holder: JsonObject, key: string, old: JsonValue, value: JsonValue): void {
  if (value !== old) setOwn(holder, key, value);
}
