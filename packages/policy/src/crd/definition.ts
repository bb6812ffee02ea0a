import { own } from '@podlint/plain';
import { ruleTreeOf, type RuleTree } from './rules/rule-tree.js';
import { readSchema } from './schema/read-schema.js';
import type { Schema } from './schema/schema.js';
import { isList, isObject, type Json } from './values/json.js';

/** A version of a CustomResourceDefinition, as custom objects need it. */
export interface DefinedVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly schema: Schema | undefined;
  readonly rules: RuleTree | undefined;
  readonly hasStatus: boolean;
  readonly scale: Scale | undefined;
}

export interface Scale {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath: string | undefined;
}

interface DefinedNames {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

export interface Definition extends DefinedNames {
  readonly versions: ReadonlyMap<string, DefinedVersion>;
}

const read = new WeakMap<object, Definition>();

/** Reads a definition once; its rules are compiled with it. */
export function definitionOf(manifest: object): Definition {
  const known = read.get(manifest);
  if (known) return known;
  const definition = readDefinition(objectAt(manifest as Json, 'spec'));
  read.set(manifest, definition);
  return definition;
}

/** What a definition calls its kind; nothing of its schemas is read. */
export function namesOf(manifest: object): DefinedNames & { readonly versions: readonly string[] } {
  const spec = objectAt(manifest as Json, 'spec');
  return { ...namesIn(spec), versions: versionsIn(spec).map((raw) => textAt(raw, 'name')) };
}

function readDefinition(spec: Json): Definition {
  const versions = versionsIn(spec).map((raw) => readVersion(raw));
  return { ...namesIn(spec), versions: new Map(versions.map((version) => [version.name, version])) };
}

function namesIn(spec: Json): DefinedNames {
  return {
    group: textAt(spec, 'group'),
    kind: textAt(objectAt(spec, 'names'), 'kind'),
    namespaced: own(spec, 'scope') === 'Namespaced',
  };
}

function versionsIn(spec: Json): Json[] {
  const versions = own(spec, 'versions');
  return isList(versions) ? versions.filter(isObject) : [];
}

function readVersion(raw: Json): DefinedVersion {
  const schema = readSchema(own(objectAt(raw, 'schema'), 'openAPIV3Schema'));
  const subresources = objectAt(raw, 'subresources');
  return {
    name: textAt(raw, 'name'),
    served: own(raw, 'served') === true,
    storage: own(raw, 'storage') === true,
    schema,
    rules: schema && ruleTreeOf(schema, true),
    hasStatus: isObject(own(subresources, 'status')),
    scale: readScale(own(subresources, 'scale')),
  };
}

function readScale(raw: unknown): Scale | undefined {
  if (!isObject(raw)) return undefined;
  return {
    specReplicasPath: textAt(raw, 'specReplicasPath'),
    statusReplicasPath: textAt(raw, 'statusReplicasPath'),
    labelSelectorPath: textAt(raw, 'labelSelectorPath') || undefined,
  };
}

function objectAt(object: Json, name: string): Json {
  const value = own(object, name);
  return isObject(value) ? value : {};
}

function textAt(object: Json, name: string): string {
  const value = own(object, name);
  return typeof value === 'string' ? value : '';
}
