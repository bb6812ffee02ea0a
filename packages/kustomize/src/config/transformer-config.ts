import type { Loader } from '../files/loader.js';
import { configurationRules, decode, list, struct } from '../read/decode.js';
import { readJson, readJsonStrictly } from '../read/json-file.js';
import { backReference, fieldSpec, type DecodedBackReference } from '../read/field-spec.js';
import { compareGvk, sameGvk } from '../resource/gvk.js';
import { BuildFailure } from '../errors.js';
import { fieldSpecTable, nameReferenceTable } from '../generated/field-specs.js';
import { gvkOf, mergeFieldSpecs, type BackReference, type FieldSpec } from './field-spec.js';

const fieldNames = [
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'templateLabels',
  'volumeClaimTemplateLabels',
  'commonAnnotations',
  'varReference',
  'images',
  'replicas',
] as const;
type FieldName = (typeof fieldNames)[number];

/** Where transformers write and what they follow (transformerconfig.go, TransformerConfig). */
export type TransformerConfig = Readonly<Record<FieldName, readonly FieldSpec[]>> & {
  readonly nameReference: readonly BackReference[];
};

export const emptyConfig: TransformerConfig = { ...rowsBy(() => []), nameReference: [] };

function rowsBy(rowsOf: (name: FieldName) => readonly FieldSpec[]): Record<FieldName, readonly FieldSpec[]> {
  return Object.fromEntries(fieldNames.map((name) => [name, rowsOf(name)])) as Record<FieldName, readonly FieldSpec[]>;
}

export const defaultConfig: TransformerConfig = sorted({
  ...emptyConfig,
  ...fieldSpecTable,
  nameReference: nameReferenceTable,
});

export function mergeConfigs(config: TransformerConfig, more: TransformerConfig): TransformerConfig {
  if (more === emptyConfig || more === config) return config;
  if (config === emptyConfig && more === defaultConfig) return more;
  return sorted({
    ...rowsBy((name) => mergeFieldSpecs(config[name], more[name])),
    nameReference: mergeReferences(config.nameReference, more.nameReference),
  });
}

function mergeReferences(rows: readonly BackReference[], more: readonly BackReference[]): readonly BackReference[] {
  const merged = [...rows];
  for (const row of more) {
    const at = merged.findIndex(({ target }) => sameGvk(gvkOf(target), gvkOf(row.target)));
    if (at < 0) merged.push(row);
    else {
      const { target, referrers } = merged[at]!;
      merged[at] = { target, referrers: mergeFieldSpecs(referrers, row.referrers) };
    }
  }
  return merged;
}

function sorted(config: TransformerConfig): TransformerConfig {
  return {
    ...rowsBy((name) => config[name].toSorted(compareGvk)),
    nameReference: config.nameReference.toSorted((a, b) => compareGvk(a.target, b.target)),
  };
}

const decoder = struct<
  { [K in FieldName]: FieldSpec[] | undefined } & { nameReference: DecodedBackReference[] | undefined }
>({
  namePrefix: list(fieldSpec),
  nameSuffix: list(fieldSpec),
  namespace: list(fieldSpec),
  commonLabels: list(fieldSpec),
  labels: list(fieldSpec),
  templateLabels: list(fieldSpec),
  volumeClaimTemplateLabels: list(fieldSpec),
  commonAnnotations: list(fieldSpec),
  varReference: list(fieldSpec),
  images: list(fieldSpec),
  replicas: list(fieldSpec),
  nameReference: list(backReference),
});

/** The built-in rows and those of the files that a kustomization names under `configurations`. */
export function loadConfigurations(loader: Loader, paths: readonly string[]): TransformerConfig {
  return paths.reduce((config, path) => mergeConfigs(config, loadConfiguration(loader, path)), defaultConfig);
}

function loadConfiguration(loader: Loader, path: string): TransformerConfig {
  const file = loader.load(path);
  const { value, problem } = decode(decoder, readJsonStrictly(file), configurationRules);
  if (problem) throw new BuildFailure(problem.errorClass, problem.message, readJson(file).placeOf(problem.path));
  return {
    ...rowsBy((name) => value[name] ?? []),
    nameReference: (value.nameReference ?? []).map(({ fieldSpecs, ...target }) => ({
      target,
      referrers: fieldSpecs ?? [],
    })),
  };
}
