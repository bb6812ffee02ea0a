import { own } from '@podlint/plain';
import { isList, isObject, type Json } from '../values/json.js';
import type { Schema, SchemaMap, ValidationRule } from './schema.js';

/**
 * Reads a schema; what has another type than its keyword's counts as not said. Undefined where it is no object.
 * Schemas nest as deep as the manifest does, which its reader bounds.
 */
export function readSchema(raw: unknown): Schema | undefined {
  if (!isObject(raw)) return undefined;
  return { raw, ...readValidations(raw), ...readStructure(raw), ...readExtensions(raw) };
}

type Structure = 'items' | 'properties' | 'additionalProperties' | 'allOf' | 'anyOf' | 'oneOf' | 'not';
type Extensions =
  'preserveUnknownFields' | 'embeddedResource' | 'intOrString' | 'listType' | 'listMapKeys' | 'mapType' | 'validations';

function readStructure(raw: Json): Pick<Schema, Structure> {
  const additional = own(raw, 'additionalProperties');
  return {
    items: readSchema(own(raw, 'items')),
    properties: readSchemas(own(raw, 'properties')),
    additionalProperties: typeof additional === 'boolean' ? additional : readSchema(additional),
    allOf: readSchemaList(own(raw, 'allOf')),
    anyOf: readSchemaList(own(raw, 'anyOf')),
    oneOf: readSchemaList(own(raw, 'oneOf')),
    not: readSchema(own(raw, 'not')),
  };
}

function readValidations(raw: Json): Omit<Schema, Structure | Extensions | 'raw'> {
  const enumeration = own(raw, 'enum');
  return {
    type: text(raw, 'type'),
    format: text(raw, 'format'),
    nullable: flag(raw, 'nullable'),
    default: own(raw, 'default') ?? undefined,
    enum: isList(enumeration) ? enumeration : [],
    maximum: amount(raw, 'maximum'),
    exclusiveMaximum: flag(raw, 'exclusiveMaximum'),
    minimum: amount(raw, 'minimum'),
    exclusiveMinimum: flag(raw, 'exclusiveMinimum'),
    multipleOf: amount(raw, 'multipleOf'),
    maxLength: amount(raw, 'maxLength'),
    minLength: amount(raw, 'minLength'),
    pattern: text(raw, 'pattern'),
    maxItems: amount(raw, 'maxItems'),
    minItems: amount(raw, 'minItems'),
    maxProperties: amount(raw, 'maxProperties'),
    minProperties: amount(raw, 'minProperties'),
    required: texts(own(raw, 'required')),
  };
}

function readExtensions(raw: Json): Pick<Schema, Extensions> {
  const rules = own(raw, 'x-kubernetes-validations');
  return {
    preserveUnknownFields: flag(raw, 'x-kubernetes-preserve-unknown-fields'),
    embeddedResource: flag(raw, 'x-kubernetes-embedded-resource'),
    intOrString: flag(raw, 'x-kubernetes-int-or-string'),
    listType: optionalText(raw, 'x-kubernetes-list-type'),
    listMapKeys: texts(own(raw, 'x-kubernetes-list-map-keys')),
    mapType: optionalText(raw, 'x-kubernetes-map-type'),
    validations: isList(rules) ? rules.filter(isObject).map(readRule) : [],
  };
}

function readRule(raw: Json): ValidationRule {
  const optional = own(raw, 'optionalOldSelf');
  return {
    rule: text(raw, 'rule'),
    message: text(raw, 'message'),
    messageExpression: text(raw, 'messageExpression'),
    reason: optionalText(raw, 'reason'),
    fieldPath: text(raw, 'fieldPath'),
    optionalOldSelf: typeof optional === 'boolean' ? optional : undefined,
  };
}

function readSchemas(raw: unknown): SchemaMap {
  if (!isObject(raw)) return new Map();
  return new Map(Object.entries(raw).flatMap(([name, below]) => withSchema(name, readSchema(below))));
}

function withSchema(name: string, schema: Schema | undefined): (readonly [string, Schema])[] {
  return schema ? [[name, schema]] : [];
}

function readSchemaList(raw: unknown): readonly Schema[] {
  return isList(raw) ? raw.flatMap((item) => readSchema(item) ?? []) : [];
}

function optionalText(raw: Json, name: string): string | undefined {
  const value = own(raw, name);
  return typeof value === 'string' ? value : undefined;
}

function text(raw: Json, name: string): string {
  return optionalText(raw, name) ?? '';
}

function texts(raw: unknown): readonly string[] {
  return isList(raw) ? raw.filter((item) => typeof item === 'string') : [];
}

function flag(raw: Json, name: string): boolean {
  return own(raw, name) === true;
}

function amount(raw: Json, name: string): number | undefined {
  const value = own(raw, name);
  return typeof value === 'number' ? value : undefined;
}
