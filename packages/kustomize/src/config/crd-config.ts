import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import type { SourceFile } from '../files/file-tree.js';
import type { Loader } from '../files/loader.js';
import { BuildFailure } from '../errors.js';
import { says } from '../messages.js';
import { readJsonOrYaml } from '../read/json-file.js';
import { demandMaps } from '../schema/swagger-schema.js';
import type { FieldSpec } from './field-spec.js';
import { emptyConfig, mergeConfigs, type TransformerConfig } from './transformer-config.js';

type JsonObject = { readonly [key: string]: JsonValue };

/** Rows out of the OpenAPI definitions of custom resources, under `crds` (accumulator/loadconfigfromcrds.go). */
export function loadCrdConfig(loader: Loader, paths: readonly string[]): TransformerConfig {
  return paths.reduce((config, path) => {
    const definitions = readDefinitions(loader.load(path));
    return Object.entries(definitions)
      .filter(([, definition]) => looksLikeKind(propertiesOf(definition)))
      .reduce((merged, [name]) => mergeConfigs(merged, configOf(name, definitions)), config);
  }, emptyConfig);
}

function readDefinitions(file: SourceFile): JsonObject {
  const { name, content } = file;
  if (content.length === 0)
    throw new BuildFailure('panic', says['empty-definitions']({ path: name }), { file: name, start: 0, end: 0 });
  const definitions = object(readJsonOrYaml(file));
  demandMaps(definitions, name);
  for (const definition of Object.values(definitions)) demandMaps(propertiesOf(definition), name);
  return definitions;
}

function looksLikeKind(properties: JsonObject): boolean {
  return ['kind', 'apiVersion', 'metadata'].every((name) => Object.hasOwn(properties, name));
}

/** Field names may be in any case, as encoding/json reads them. */
function field(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const key = Object.keys(object(value)).find((at) => at.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : own(object(value), key);
}

function propertiesOf(definition: JsonValue | undefined): JsonObject {
  return object(field(field(definition, 'Schema'), 'properties'));
}

function object(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

interface Rows {
  commonAnnotations: FieldSpec[];
  commonLabels: FieldSpec[];
  namePrefix: FieldSpec[];
  nameReference: { target: { kind: string; version: string }; referrers: FieldSpec[] }[];
}

function configOf(name: string, definitions: JsonObject): TransformerConfig {
  const rows: Rows = { commonAnnotations: [], commonLabels: [], namePrefix: [], nameReference: [] };
  collect(rows, name.slice(name.lastIndexOf('.') + 1), definitions, name, []);
  return mergeConfigs(emptyConfig, { ...emptyConfig, ...rows });
}

function collect(rows: Rows, kind: string, definitions: JsonObject, name: string, path: readonly string[]): void {
  if (path.length > 100) return;
  for (const [property, value] of Object.entries(
    propertiesOf(Object.hasOwn(definitions, name) ? definitions[name] : undefined),
  )) {
    const at = [...path, property];
    addRows(rows, kind, object(value), at);
    const ref = object(value).$ref;
    if (typeof ref === 'string') collect(rows, kind, definitions, ref, at);
  }
}

function addRows(rows: Rows, kind: string, property: JsonObject, path: readonly string[]): void {
  const row: FieldSpec = { kind, path: path.join('/'), create: false };
  const text = (name: string): string | undefined => {
    const value = own(property, name);
    return typeof value === 'string' ? value : undefined;
  };
  if (text('x-kubernetes-annotation') !== undefined) rows.commonAnnotations.push(row);
  if (text('x-kubernetes-label-selector') !== undefined) rows.commonLabels.push(row);
  if (text('x-kubernetes-identity') !== undefined) rows.namePrefix.push(row);
  const version = text('x-kubernetes-object-ref-api-version');
  const target = text('x-kubernetes-object-ref-kind');
  if (version === undefined || target === undefined) return;
  const nameKey = text('x-kubernetes-object-ref-name-key') ?? 'name';
  const referrer = { ...row, path: [...path, nameKey].join('/') };
  rows.nameReference.push({ target: { kind: target, version }, referrers: [referrer] });
}
