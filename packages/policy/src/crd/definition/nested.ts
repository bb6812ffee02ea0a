import type { FieldPath } from '@podlint/field-path';
import { PatternFault, regexOf } from '@podlint/regex';
import { own } from '@podlint/plain';
import type { Schema } from '../schema/schema.js';
import { isList, type Json } from '../values/json.js';
import { pointedTexts } from './keywords.js';
import { says } from './messages.js';
import type { Report } from './report.js';

/** What says structure, and so must not stand below allOf and the like, and what of it counts as not said. */
const structure: readonly string[] = [
  'type',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
];

/** A schema below allOf, anyOf, oneOf or not (apiserver/schema/validation.go, validateNestedValueValidation). */
export function validateNested(schema: Schema, path: FieldPath, report: Report): void {
  for (const [name, parts] of [
    ['anyOf', schema.anyOf] as const,
    ['allOf', schema.allOf] as const,
    ['oneOf', schema.oneOf] as const,
  ])
    parts.forEach((part, at) => validateNested(part, path.child(name).index(at), report));
  if (schema.not) validateNested(schema.not, path.child('not'), report);
  if (schema.pattern !== '' && regexOf(schema.pattern) instanceof PatternFault)
    report('FieldValueInvalid', path.child('pattern'), says['bad-pattern']());
  if (schema.items) validateNested(schema.items, path.child('items'), report);
  for (const [name, property] of schema.properties)
    validateNested(property, path.child('properties').key(name), report);
  forbidStructure(schema, path, report);
}

function forbidStructure({ raw, additionalProperties, properties }: Schema, path: FieldPath, report: Report): void {
  for (const name of structure)
    if (isSaid(raw, name)) report('FieldValueForbidden', path.child(name), says['nested-only-values']());
  if (additionalProperties !== undefined && additionalProperties !== false)
    report('FieldValueForbidden', path.child('additionalProperties'), says['nested-only-values']());
  if (properties.has('metadata'))
    report('FieldValueForbidden', path.child('properties').key('metadata'), says['metadata-here']());
}

/** `default: false` says something; `nullable: false` and empty texts and lists do not. */
function isSaid(raw: Json, name: string): boolean {
  const value = own(raw, name) ?? undefined;
  if (name === 'default') return value !== undefined;
  if (isList(value)) return value.length > 0;
  return value !== undefined && value !== false && (value !== '' || pointedTexts.includes(name));
}
