import type { FieldPath } from '@podlint/field-path';
import { PatternFault, regexOf } from '@podlint/regex';
import { own } from '@podlint/plain';
import { valuesOf, type Schema } from '../schema/schema.js';
import { isObject, type Json } from '../values/json.js';
import { metaKeywords, pointedTexts } from './keywords.js';
import { says } from './messages.js';
import { validateNested } from './nested.js';
import type { Report } from './report.js';

/** Where a schema stands: its messages and some rules depend on it. */
type Level = 'root' | 'item' | 'field';

/** What a structural schema has to be (apiserver/schema/validation.go, validateStructuralInvariants). */
export function validateStructure(schema: Schema, level: Level, path: FieldPath, report: Report): void {
  const { items, additionalProperties } = schema;
  if (schema.type === 'array' && !items)
    report('FieldValueRequired', path.child('items'), says.required({ field: 'items' }));
  if (items) validateStructure(items, 'item', path.child('items'), report);
  for (const [name, property] of schema.properties)
    validateStructure(property, 'field', path.child('properties').key(name), report);
  if (additionalProperties !== undefined && level === 'root')
    report(
      'FieldValueForbidden',
      path.child('additionalProperties'),
      says.forbidden({ field: 'additionalProperties' }),
    );
  const values = valuesOf(schema);
  if (values) validateStructure(values, 'field', path.child('additionalProperties'), report);
  validateExtensions(schema, path, report);
  validateValues(schema, path, report);
  validateOwnType(schema, level, path, report);
  validateResourceFields(schema, level, path, report);
}

function validateExtensions(schema: Schema, path: FieldPath, report: Report): void {
  if (!schema.intOrString) return;
  if (schema.preserveUnknownFields)
    report('FieldValueInvalid', path.child('x-kubernetes-preserve-unknown-fields'), says['must-be-false']());
  if (schema.embeddedResource)
    report('FieldValueInvalid', path.child('x-kubernetes-embedded-resource'), says['must-be-false']());
}

/** allOf and the like; those by which x-kubernetes-int-or-string says its types are fine. */
function validateValues({ pattern, allOf, anyOf, oneOf, not }: Schema, path: FieldPath, report: Report): void {
  if (!isIntOrString(anyOf)) anyOf.forEach((part, at) => validateNested(part, path.child('anyOf').index(at), report));
  allOf.forEach((part, at) => {
    const typesOnly = at === 0 && isIntOrString(part.anyOf);
    validateNested(typesOnly ? { ...part, anyOf: [] } : part, path.child('allOf').index(at), report);
  });
  oneOf.forEach((part, at) => validateNested(part, path.child('oneOf').index(at), report));
  if (not) validateNested(not, path.child('not'), report);
  if (pattern !== '' && regexOf(pattern) instanceof PatternFault)
    report('FieldValueInvalid', path.child('pattern'), says['bad-pattern']());
}

/** A list of two schemas that say a type each and nothing else (isIntOrStringAnyOfPattern). */
function isIntOrString(parts: readonly Schema[]): boolean {
  const types = ['integer', 'string'];
  const saysOnlyType = ({ raw, type }: Schema, at: number): boolean =>
    type === types[at] && metaKeywords.every(({ name }) => name === 'type' || !isSaid(raw, name));
  return parts.length === types.length && parts.every(saysOnlyType);
}

function validateOwnType(schema: Schema, level: Level, path: FieldPath, report: Report): void {
  const { type, embeddedResource, intOrString, preserveUnknownFields } = schema;
  const at = path.child('type');
  if (embeddedResource && type !== 'object')
    report(type === '' ? 'FieldValueRequired' : 'FieldValueInvalid', at, says['wrong-type']({ type: 'object' }));
  else if (type === '' && !intOrString && !preserveUnknownFields)
    report('FieldValueRequired', at, says['needs-type']());
  if (level === 'root' && type !== '' && type !== 'object')
    report('FieldValueInvalid', at, says['wrong-type']({ type: 'object' }));
  if (embeddedResource && schema.additionalProperties !== undefined)
    report(
      'FieldValueForbidden',
      path.child('additionalProperties'),
      says.forbidden({ field: 'additionalProperties' }),
    );
  if (embeddedResource && !preserveUnknownFields && schema.properties.size === 0)
    report('FieldValueRequired', path.child('properties'), says.required({ field: 'properties' }));
}

function validateResourceFields(schema: Schema, level: Level, path: FieldPath, report: Report): void {
  const isResource = level === 'root' || schema.embeddedResource;
  for (const name of ['kind', 'apiVersion']) {
    const property = schema.properties.get(name);
    if (isResource && property && property.type !== 'string')
      report(
        'FieldValueInvalid',
        path.child('properties').key(name).child('type'),
        says['wrong-type']({ type: 'string' }),
      );
  }
  const metadata = schema.properties.get('metadata');
  if (!metadata) return;
  const at = path.child('properties').key('metadata');
  if (isResource && metadata.type !== 'object')
    report('FieldValueInvalid', at.child('type'), says['wrong-type']({ type: 'object' }));
  if (level === 'root' && !isPlainMetadata(metadata)) report('FieldValueForbidden', at, says['metadata-here']());
}

/** The schema of metadata at the root restricts name and generateName, and says nothing else. */
function isPlainMetadata({ raw, properties }: Schema): boolean {
  const names = [...properties.keys()];
  const others = Object.keys(raw).filter((name) => name !== 'type' && name !== 'default' && isSaid(raw, name));
  const restrictsNames = names.length > 0 && names.every((name) => name === 'name' || name === 'generateName');
  return others.every((name) => name === 'properties' && restrictsNames);
}

function isSaid(raw: Json, name: string): boolean {
  const value = own(raw, name) ?? undefined;
  if (isObject(value)) return Object.keys(value).length > 0;
  return value !== undefined && value !== false && (value !== '' || pointedTexts.includes(name));
}

/**
 * Fields that allOf and the like restrict must be in the structure too (validateStructuralCompleteness). Upstream looks
 * from the root only.
 */
export function validateCompleteness(schema: Schema, path: FieldPath, report: Report): void {
  completePart(schema, schema, path, report);
}

function completePart(part: Schema, schema: Schema, path: FieldPath, report: Report): void {
  const nested = [...part.allOf, ...part.anyOf, ...part.oneOf, ...(part.not ? [part.not] : [])];
  for (const below of nested) completeNested(below, schema, path, report);
}

function completeNested(part: Schema, schema: Schema | undefined, path: FieldPath, report: Report): void {
  if (!schema) {
    report('FieldValueRequired', path, says['needs-structure']());
    return;
  }
  completePart(part, schema, path, report);
  if (part.items) completeNested(part.items, schema.items, path.child('items'), report);
  for (const [name, property] of part.properties)
    completeNested(property, schema.properties.get(name), path.child('properties').key(name), report);
}
