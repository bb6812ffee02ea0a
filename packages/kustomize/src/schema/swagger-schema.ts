import type { JsonValue } from '@podlint/syntax';
import type { MergeSchema } from './merge-schema.js';

type JsonObject = { readonly [key: string]: JsonValue };

/** An OpenAPI document that a kustomization brings: kinds with their schemas, and which of them have namespaces. */
export interface SwaggerKinds {
  readonly schemas: ReadonlyMap<string, MergeSchema>;
  readonly isNamespaced: ReadonlyMap<string, boolean>;
}

const kindExtension = 'x-kubernetes-group-version-kind';

/** Reads such a document (openapi.go, parse, AddDefinitions and findNamespaceability). */
export function readSwagger(document: JsonValue | undefined): SwaggerKinds {
  const definitions = object(object(document).definitions);
  const schemas = new Map<string, MergeSchema>();
  for (const definition of Object.values(definitions))
    for (const kind of list(object(definition)[kindExtension]))
      schemas.set(kindName(object(kind)), schemaOf(definition, definitions));
  return { schemas, isNamespaced: scopes(object(object(document).paths)) };
}

function scopes(paths: JsonObject): ReadonlyMap<string, boolean> {
  const isNamespaced = new Map<string, boolean>();
  for (const [path, operations] of Object.entries(paths)) {
    const kind = object(object(operations).get)[kindExtension];
    if (kind === undefined) continue;
    const name = kindName(object(kind));
    if (path.includes('namespaces/{namespace}')) isNamespaced.set(name, true);
    else if (!isNamespaced.has(name)) isNamespaced.set(name, false);
  }
  return isNamespaced;
}

function kindName({ group, version, kind }: JsonObject): string {
  return `${group ? `${String(group)}/` : ''}${String(version)} ${String(kind)}`;
}

function schemaOf(value: JsonValue | undefined, definitions: JsonObject): MergeSchema {
  const schema = resolve(object(value), definitions);
  const strategies = text(schema['x-kubernetes-patch-strategy']).split(',');
  return {
    mergeKeys: strategies.includes('merge') ? mergeKeys(schema) : undefined,
    elements: () =>
      schema.type === 'array' && schema.items !== undefined ? schemaOf(schema.items, definitions) : undefined,
    field(name) {
      const properties = object(schema.properties);
      if (Object.hasOwn(properties, name)) return schemaOf(properties[name], definitions);
      const others = schema.additionalProperties;
      return typeof others === 'object' && others !== null ? schemaOf(others, definitions) : undefined;
    },
  };
}

function mergeKeys(schema: JsonObject): string[] {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (keys !== undefined) return list(keys).map(text);
  const key = schema['x-kubernetes-patch-merge-key'];
  return key === undefined ? [] : [text(key)];
}

function resolve(schema: JsonObject, definitions: JsonObject): JsonObject {
  let at = schema;
  for (let depth = 0; typeof at.$ref === 'string' && depth < 100; depth++)
    at = object(definitions[at.$ref.replace(/^#\/definitions\//, '')]);
  return at;
}

function object(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
