import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { header, keyOf, valueOf } from './header.mjs';

const bundle = 'openapi/kubernetesapi/data/kubernetes-openapi-union-v1.21.2.bundle-v1.json.gz';
const gvkExtension = 'x-kubernetes-group-version-kind';

/** The built-in OpenAPI document: what kustomize knows of kinds and fields. */
export function builtinBundle(kyaml) {
  return JSON.parse(gunzipSync(readFileSync(path.join(kyaml, bundle))).toString());
}

/** Of each kind the fields on the way to lists that a strategic merge patch merges, and by what it merges them. */
export function mergeSchemaFile(kyaml, version) {
  const own = JSON.parse(readFileSync(path.join(kyaml, 'openapi/kustomizationapi/swagger.json'), 'utf8'));
  const definitions = { ...builtinBundle(kyaml).definitions, ...own.definitions };
  const kept = keptDefinitions(definitions);
  const numbers = new Map([...kept.keys()].map((name, index) => [name, index]));
  const fields = [...kept].map(([name, properties]) => {
    const entries = properties.map(([field, type]) => `${keyOf(field)}: ${valueOf(encode(type, numbers))}`);
    return `  [${valueOf(name)}, { ${entries.join(', ')} }],\n`;
  });
  const roots = Object.entries(definitions).flatMap(([name, definition]) =>
    numbers.has(name) ? kindsOf(definition).map((kind) => `  '${kind}': ${numbers.get(name)},\n`) : [],
  );
  return (
    header(`sigs.k8s.io/kustomize/kyaml/${bundle} and openapi/kustomizationapi/swagger.json`, version) +
    '\n/** Definitions with their fields, which are written as builtin-schema.ts reads them. */\n' +
    `export const mergeDefinitions: readonly (readonly [name: string, fields: Readonly<Record<string, string>>])[] = [\n${fields.join('')}];\n\n` +
    '/** The definition of each kind, by API version and kind. */\n' +
    `export const mergeRoots: Readonly<Record<string, number>> = {\n${roots.sort().join('')}};\n`
  );
}

function kindsOf(definition) {
  return (definition[gvkExtension] ?? []).map(
    ({ group, version, kind }) => `${group ? `${group}/` : ''}${version} ${kind}`,
  );
}

/** Definition -> the fields of it that lead to a merged list. */
function keptDefinitions(definitions) {
  const leads = new Set();
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, definition] of Object.entries(definitions))
      if (!leads.has(name) && fieldsOf(definition, leads).length > 0) grown = Boolean(leads.add(name));
  }
  return new Map([...leads].sort().map((name) => [name, fieldsOf(definitions[name], leads)]));
}

function fieldsOf(definition, leads) {
  return Object.entries(definition.properties ?? {})
    .filter(([, schema]) => leadsToMerge(schema, leads))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function leadsToMerge(schema, leads) {
  if (schema.$ref) return leads.has(nameOf(schema.$ref));
  if (isMerged(schema)) return true;
  const inner = schema.items ?? schema.additionalProperties;
  return typeof inner === 'object' && leadsToMerge(inner, leads);
}

function isMerged(schema) {
  return (schema['x-kubernetes-patch-strategy'] ?? '').split(',').includes('merge');
}

/** `o12` an object, `m12` a map of such, `l12` a list, `p12:key,key` a merged list; without a number: nothing of it. */
function encode(schema, numbers) {
  if (schema.$ref) return `o${numbers.get(nameOf(schema.$ref))}`;
  const inner = schema.items ?? schema.additionalProperties ?? {};
  if (inner.items || typeof inner.additionalProperties === 'object')
    throw new Error('a list in a list is not foreseen');
  const number = inner.$ref ? (numbers.get(nameOf(inner.$ref)) ?? '') : '';
  if (!isMerged(schema)) return `${schema.items ? 'l' : 'm'}${number}`;
  const keys = schema['x-kubernetes-list-map-keys'] ?? [schema['x-kubernetes-patch-merge-key'] ?? []].flat();
  return `p${number}:${keys.join(',')}`;
}

function nameOf(ref) {
  return ref.replace('#/definitions/', '');
}
