import { copyOf, own, setOwn } from '@podlint/plain';
import { valuesOf, type Schema } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';

/** Fills in defaults, also in place of null where null is not allowed (apiserver/schema/defaulting, Default). */
export function applySchemaDefaults(value: unknown, schema: Schema | undefined): void {
  if (!schema) return;
  if (isList(value)) defaultItems(value, schema.items);
  if (!isObject(value)) return;
  for (const [name, property] of schema.properties) {
    if (property.default === undefined) continue;
    if (!Object.hasOwn(value, name) || isForbiddenNull(value[name], property))
      setOwn(value, name, copyOf(property.default));
  }
  for (const name of Object.keys(value)) defaultField(value, name, schema);
}

function defaultItems(list: unknown[], schema: Schema | undefined): void {
  list.forEach((item, at) => {
    if (isForbiddenNull(item, schema)) list[at] = copyOf(schema?.default ?? null);
    applySchemaDefaults(list[at], schema);
  });
}

function defaultField(object: Json, name: string, schema: Schema): void {
  const property = schema.properties.get(name);
  const values = valuesOf(schema);
  if (!property && isForbiddenNull(own(object, name), values)) setOwn(object, name, copyOf(values?.default ?? null));
  applySchemaDefaults(own(object, name), property ?? values);
}

function isForbiddenNull(value: unknown, schema: Schema | undefined): boolean {
  return value === null && schema !== undefined && !schema.nullable;
}

/** Removes null where it is not allowed and has no default (PruneNonNullableNullsWithoutDefaults). */
export function removeForbiddenNulls(value: unknown, schema: Schema | undefined): void {
  if (isList(value)) for (const item of value) removeForbiddenNulls(item, schema?.items);
  if (!isObject(value)) return;
  for (const name of Object.keys(value)) {
    const below = schema && (schema.properties.get(name) ?? valuesOf(schema));
    if (isForbiddenNull(own(value, name), below) && below?.default === undefined) Reflect.deleteProperty(value, name);
    else removeForbiddenNulls(own(value, name), below);
  }
}
