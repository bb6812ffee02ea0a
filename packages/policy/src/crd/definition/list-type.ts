import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { Schema } from '../schema/schema.js';
import { isList } from '../values/json.js';
import { says } from './messages.js';
import type { Report } from './report.js';

/** x-kubernetes-list-type, x-kubernetes-list-map-keys and x-kubernetes-map-type. */
export function validateListType(schema: Schema, path: FieldPath, report: Report): void {
  validateKind(schema, 'x-kubernetes-map-type', 'object', ['atomic', 'granular'], path, report);
  validateKind(schema, 'x-kubernetes-list-type', 'array', ['atomic', 'set', 'map'], path, report);
  if (schema.listType === 'set' && schema.type === 'array') validateSet(schema, path, report);
  if (schema.listMapKeys.length > 0 && schema.listType !== 'map') {
    const type = schema.listType === undefined ? 'FieldValueRequired' : 'FieldValueInvalid';
    report(type, path.child('x-kubernetes-list-type'), says['needs-list-type']());
  }
  if (schema.listType === 'map') validateMap(schema, path, report);
  if (schema.listType === 'map' || schema.listType === 'set') validateKeysAreThere(schema, path, report);
}

function validateKind(
  schema: Schema,
  keyword: 'x-kubernetes-map-type' | 'x-kubernetes-list-type',
  type: string,
  allowed: readonly string[],
  path: FieldPath,
  report: Report,
): void {
  const value = keyword === 'x-kubernetes-map-type' ? schema.mapType : schema.listType;
  if (value === undefined) return;
  if (schema.type !== type)
    report(
      schema.type === '' ? 'FieldValueRequired' : 'FieldValueInvalid',
      path.child('type'),
      says['wrong-type']({ type }),
    );
  if (!allowed.includes(value))
    report(
      'FieldValueNotSupported',
      path.child(keyword),
      says['not-supported']({ value, allowed: allowed.join(', ') }),
    );
}

/** The items of a set are looked at as a whole, so what is in them cannot be merged. */
function validateSet({ items }: Schema, path: FieldPath, report: Report): void {
  const at = path.child('items');
  if (items?.type === 'array' && (items.listType ?? 'atomic') !== 'atomic')
    report('FieldValueInvalid', at.child('x-kubernetes-list-type'), says['set-items']());
  if (items?.type === 'object' && items.mapType !== 'atomic')
    report('FieldValueInvalid', at.child('x-kubernetes-map-type'), says['set-items']());
}

function validateMap(schema: Schema, path: FieldPath, report: Report): void {
  const { items, listMapKeys, raw } = schema;
  const keywords = path.child('x-kubernetes-list-map-keys');
  if (listMapKeys.length === 0)
    report('FieldValueRequired', keywords, says['map-needs']({ field: 'x-kubernetes-list-map-keys' }));
  if (!items) {
    const type = isList(own(raw, 'items')) ? 'FieldValueInvalid' : 'FieldValueRequired';
    report(type, path.child('items'), says['map-needs']({ field: 'items' }));
  } else if (items.type !== 'object')
    report('FieldValueInvalid', path.child('items', 'type'), says['wrong-type']({ type: 'object' }));
  else validateKeys(items, listMapKeys, path, report);
}

function validateKeys(items: Schema, keys: readonly string[], path: FieldPath, report: Report): void {
  const keywords = path.child('x-kubernetes-list-map-keys');
  keys.forEach((key, at) => {
    const property = items.properties.get(key);
    if (!property) report('FieldValueInvalid', keywords, says['unknown-key']());
    else if (property.type === 'array' || property.type === 'object')
      report('FieldValueInvalid', path.child('items', 'properties').key(key).child('type'), says['key-not-scalar']());
    if (keys.indexOf(key) < at) report('FieldValueInvalid', keywords, says['key-twice']());
  });
}

/** Keys must have a value in every item (validateMapListKeysMapSet). */
function validateKeysAreThere({ items, listType, listMapKeys }: Schema, path: FieldPath, report: Report): void {
  if (!items) return;
  if (items.nullable) report('FieldValueForbidden', path.child('items', 'nullable'), says['not-nullable']());
  if (listType !== 'map') return;
  for (const key of listMapKeys) {
    const property = items.properties.get(key);
    const at = path.child('items', 'properties').key(key);
    if (property && property.default === undefined && !items.required.includes(key))
      report('FieldValueRequired', at.child('default'), says['key-default']());
    if (property?.nullable) report('FieldValueForbidden', at.child('nullable'), says['not-nullable']());
  }
}
