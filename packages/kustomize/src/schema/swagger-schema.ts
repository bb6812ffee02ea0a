import type { JsonValue } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { says } from '../messages.js';
import type { MergeSchema } from './merge-schema.js';

type JsonObject = { readonly [key: string]: JsonValue };

/** An OpenAPI document that a kustomization brings: kinds with their schemas, and which of them have namespaces. */
export interface SwaggerKinds {
  readonly schemas: ReadonlyMap<string, MergeSchema>;
  readonly isNamespaced: ReadonlyMap<string, boolean>;
}

/** Definitions of another document, which come before those of the same name. */
export type OtherDefinitions = (name: string) => MergeSchema | undefined;

interface Definitions {
  readonly own: JsonObject;
  readonly other: OtherDefinitions;
}

const kindExtension = 'x-kubernetes-group-version-kind';

/** Reads such a document (openapi.go, parse, AddDefinitions and findNamespaceability). */
export function readSwagger(document: JsonValue | undefined, path: string, other: OtherDefinitions): SwaggerKinds {
  const own = object(document).definitions;
  demandMaps({ definitions: own ?? null, ...object(own) }, path);
  const definitions: Definitions = { own: object(own), other };
  const schemas = new Map<string, MergeSchema>();
  for (const definition of Object.values(definitions.own))
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

function kindName(names: JsonObject): string {
  const [group, version, kind] = [text(names.group), text(names.version), text(names.kind)];
  return `${group === '' ? '' : `${group}/`}${version} ${kind}`;
}

function schemaOf(value: JsonValue | undefined, definitions: Definitions): MergeSchema {
  const schema = object(value);
  return typeof schema.$ref === 'string' ? referenced(schema.$ref, definitions) : ownSchema(schema, definitions);
}

/** Looked up only when something in it is asked for: definitions may refer to themselves. */
function referenced(ref: string, definitions: Definitions): MergeSchema {
  const name = ref.replace(/^#\/definitions\//, '');
  const target = (): MergeSchema => definitions.other(name) ?? schemaOf(ownValue(definitions.own, name), definitions);
  return {
    get mergeKeys() {
      return target().mergeKeys;
    },
    elements: () => target().elements(),
    field: (field) => target().field(field),
  };
}

function ownSchema(schema: JsonObject, definitions: Definitions): MergeSchema {
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

/** Go reads each into a struct. */
export function demandMaps(values: JsonObject, path: string): void {
  for (const [name, value] of Object.entries(values))
    if (value !== null && (typeof value !== 'object' || Array.isArray(value)))
      throw new BuildFailure('openapi', says['definition-map']({ name, path }), { file: path, start: 0, end: 0 });
}

function object(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** Names come from files, and some of them stand on every object. */
function ownValue(map: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function list(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
