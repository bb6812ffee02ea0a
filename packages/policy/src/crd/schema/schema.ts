import type { FieldPath } from '@podlint/field-path';
import type { Json } from '../values/json.js';

/** A rule of x-kubernetes-validations (apiextensions/v1, ValidationRule). */
export interface ValidationRule {
  readonly rule: string;
  readonly message: string;
  readonly messageExpression: string;
  readonly reason: string | undefined;
  readonly fieldPath: string;
  /** Whether `oldSelf` is an optional; undefined where nothing is said. */
  readonly optionalOldSelf: boolean | undefined;
}

export type SchemaMap = ReadonlyMap<string, Schema>;

/**
 * A schema of a CustomResourceDefinition (apiextensions/v1, JSONSchemaProps), read from JSON: texts are empty and lists
 * have no items where nothing is said, and fields are found by their own names only.
 */
export interface Schema {
  /** As it was written. */
  readonly raw: Json;
  readonly type: string;
  readonly format: string;
  readonly nullable: boolean;
  /** Undefined: none. */
  readonly default: unknown;
  readonly enum: readonly unknown[];
  readonly maximum: number | undefined;
  readonly exclusiveMaximum: boolean;
  readonly minimum: number | undefined;
  readonly exclusiveMinimum: boolean;
  readonly multipleOf: number | undefined;
  readonly maxLength: number | undefined;
  readonly minLength: number | undefined;
  readonly pattern: string;
  readonly maxItems: number | undefined;
  readonly minItems: number | undefined;
  readonly maxProperties: number | undefined;
  readonly minProperties: number | undefined;
  readonly required: readonly string[];
  readonly items: Schema | undefined;
  readonly properties: SchemaMap;
  readonly additionalProperties: Schema | boolean | undefined;
  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly not: Schema | undefined;
  readonly preserveUnknownFields: boolean;
  readonly embeddedResource: boolean;
  readonly intOrString: boolean;
  readonly listType: string | undefined;
  readonly listMapKeys: readonly string[];
  readonly mapType: string | undefined;
  readonly validations: readonly ValidationRule[];
}

/** The schema of a map's values; undefined where they have none. */
export function valuesOf({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** The schema of what stands at a path; undefined where there is none. */
export function schemaAt(path: FieldPath, schema: Schema | undefined): Schema | undefined {
  let at = schema;
  for (const segment of path.segments)
    at = typeof segment === 'number' ? at?.items : (at?.properties.get(segment) ?? (at && valuesOf(at)));
  return at;
}

/** The same schema as one whose object has apiVersion, kind and metadata. */
export function asResource(schema: Schema): Schema {
  return schema.embeddedResource ? schema : { ...schema, embeddedResource: true };
}
