import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { plainFieldOf } from '../rules/field-path.js';
import { readSchema } from '../schema/read-schema.js';
import type { Schema } from '../schema/schema.js';
import { isList, isObject, type Json } from '../values/json.js';
import { objectOf, objectsOf, textOf } from './fields.js';
import { says } from './messages.js';
import type { Report } from './report.js';

/** The scale subresource (ValidateCustomResourceDefinitionSubresources). */
export function validateSubresources(raw: unknown, path: FieldPath, report: Report): void {
  const scale = isObject(raw) ? objectOf(raw, 'scale') : undefined;
  if (!scale) return;
  const at = path.child('scale');
  validatePath(scale, 'specReplicasPath', ['.spec.'], at, report);
  validatePath(scale, 'statusReplicasPath', ['.status.'], at, report);
  if (textOf(scale, 'labelSelectorPath') !== '')
    validatePath(scale, 'labelSelectorPath', ['.spec.', '.status.'], at, report);
}

function validatePath(scale: Json, field: string, roots: readonly string[], path: FieldPath, report: Report): void {
  const text = textOf(scale, field);
  const at = path.child(field);
  if (text === '') report('FieldValueRequired', at, says.required({ field }));
  else if (!text.startsWith('.')) report('FieldValueInvalid', at, says['bad-json-path']());
  else if (!roots.some((root) => text.startsWith(root)))
    report('FieldValueInvalid', at, says['wrong-root']({ roots: roots.join(', ') }));
}

const columnTypes: readonly string[] = ['boolean', 'date', 'integer', 'number', 'string'];
const columnFormats: readonly string[] = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

/** ValidateCustomResourceColumnDefinition */
export function validateColumns(raw: unknown, path: FieldPath, report: Report): void {
  objectsOf(raw).forEach((column, at) => validateColumn(column, path.index(at), report));
}

function validateColumn(column: Json, path: FieldPath, report: Report): void {
  const type = textOf(column, 'type');
  const format = textOf(column, 'format');
  const jsonPath = textOf(column, 'jsonPath');
  if (textOf(column, 'name') === '') report('FieldValueRequired', path.child('name'), says.required({ field: 'name' }));
  if (type === '') report('FieldValueRequired', path.child('type'), says.required({ field: 'type' }));
  else if (!columnTypes.includes(type))
    report('FieldValueInvalid', path.child('type'), notSupported(type, columnTypes));
  if (format !== '' && !columnFormats.includes(format))
    report('FieldValueInvalid', path.child('format'), notSupported(format, columnFormats));
  if (jsonPath === '') report('FieldValueRequired', path.child('JSONPath'), says.required({ field: 'jsonPath' }));
  else if (!jsonPath.startsWith('.')) report('FieldValueInvalid', path.child('JSONPath'), says['bad-json-path']());
}

function notSupported(value: string, allowed: readonly string[]): ReturnType<(typeof says)['not-supported']> {
  return says['not-supported']({ value, allowed: allowed.join(', ') });
}

const mostSelected = 8;
const selectable: readonly string[] = ['string', 'boolean', 'integer'];

/** ValidateCustomResourceSelectableFields */
export function validateSelectableFields(raw: unknown, around: unknown, path: FieldPath, report: Report): void {
  if (!isList(raw) || raw.length === 0) return;
  const schema = isObject(around) ? readSchema(own(around, 'openAPIV3Schema')) : undefined;
  if (!schema) {
    report('FieldValueInvalid', path, says['needs-schema']());
    return;
  }
  const selected = new Set<string>();
  objectsOf(raw).forEach((field, at) => {
    validateSelected(textOf(field, 'jsonPath'), schema, selected, path.index(at).child('jsonPath'), report);
  });
  if (selected.size > mostSelected) report('FieldValueTooMany', path, says['too-many-selected']());
}

function validateSelected(text: string, schema: Schema, selected: Set<string>, path: FieldPath, report: Report): void {
  const field = plainFieldOf(text, schema);
  if (text === '') report('FieldValueRequired', path, says.required({ field: 'jsonPath' }));
  else if (!field) report('FieldValueInvalid', path, says['no-such-field']());
  else {
    if (field.names[0] === 'metadata' || !selectable.includes(field.schema.type))
      report('FieldValueInvalid', path, says['not-selectable']());
    if (selected.has(field.text)) report('FieldValueDuplicate', path, says['selected-twice']());
    selected.add(field.text);
  }
}
