import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { says } from '../messages.js';
import { ResourceErrors, type ResourceError } from '../errors.js';
import { valuesOf, type Schema } from '../schema/schema.js';
import { isList, isObject, keyOfJson, type Json } from '../values/json.js';

/** Duplicates in lists that are sets or maps (apiserver/schema/listtype, ValidateListSetsAndMaps). */
export function validateListTypes(value: unknown, schema: Schema | undefined, path: FieldPath): ResourceError[] {
  const errors = new ResourceErrors();
  visit(value, schema, path, errors);
  return errors.list;
}

function visit(value: unknown, schema: Schema | undefined, path: FieldPath, errors: ResourceErrors): void {
  if (!schema) return;
  if (isList(value)) visitList(value, schema, path, errors);
  else if (isObject(value)) visitObject(value, schema, path, errors);
}

function visitObject(object: Json, schema: Schema, path: FieldPath, errors: ResourceErrors): void {
  const values = valuesOf(schema);
  for (const [name, below] of Object.entries(object)) {
    visit(below, values, path.key(name), errors);
    visit(below, schema.properties.get(name), path.child(name), errors);
  }
}

function visitList(list: readonly unknown[], schema: Schema, path: FieldPath, errors: ResourceErrors): void {
  if (schema.listType === 'set') reportDuplicates(list, path, errors, says['duplicate-item']());
  if (schema.listType === 'map') validateMapList(list, schema, path, errors);
  list.forEach((item, at) => visit(item, schema.items, path.index(at), errors));
}

function validateMapList(list: readonly unknown[], schema: Schema, path: FieldPath, errors: ResourceErrors): void {
  const stray = list.findIndex((item) => item !== null && !isObject(item));
  if (stray >= 0) {
    errors.add('FieldValueInvalid', path.index(stray), says['not-an-object']());
    return;
  }
  const keys = list.map((item) => schema.listMapKeys.map((name) => keyIn(item, name)));
  reportDuplicates(keys, path, errors, says['duplicate-key']({ keys: schema.listMapKeys.join(', ') }));
}

/** A key that is not there is told from one that is null. */
function keyIn(item: unknown, name: string): readonly unknown[] {
  return isObject(item) && Object.hasOwn(item, name) ? [own(item, name)] : [];
}

/** Of items that are the same the second one is reported. */
function reportDuplicates(
  items: readonly unknown[],
  path: FieldPath,
  errors: ResourceErrors,
  message: ResourceError['message'],
): void {
  const seen = new Map<string, number>();
  items.forEach((item, at) => {
    const key = keyOfJson(item);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    if (times === 1) errors.add('FieldValueDuplicate', path.index(at), message);
  });
}
