import { flag, integer, list, optional, record, struct, text, type Decoder } from './decode.js';
import type {
  GeneratorEntry,
  ImageEntry,
  LabelEntry,
  ObjectMeta,
  PatchEntry,
  Replica,
  SecretEntry,
  SortOptions,
  Var,
} from './entries.js';
import { fieldSpec } from './field-spec.js';
import { generatorFields, generatorOptions, secretFields } from './generators.js';
import { helmChart, helmGlobals, oldHelmChart } from './helm-charts.js';
import { replacementEntry } from './replacements.js';
import { selector } from './selector.js';

const texts = list(text);
const patchOptions = struct({ allowNameChange: flag, allowKindChange: flag }, 'PatchOptions');
export const patchEntry = struct<PatchEntry>(
  { path: text, patch: text, target: optional(selector), options: optional(patchOptions) },
  'Patch',
);
export const imageEntry = struct<ImageEntry>(
  { name: text, newName: text, tagSuffix: text, newTag: text, digest: text },
  'Image',
);
const labelEntry = struct<LabelEntry>(
  {
    pairs: record(text),
    includeSelectors: flag,
    includeTemplates: flag,
    includeVolumeClaimTemplates: flag,
    fields: list(fieldSpec),
  },
  'Label',
);
export const replicaEntry = struct<Replica>({ name: text, count: integer }, 'Replica');
const varEntry = struct<Var>(
  {
    name: text,
    objref: struct({ apiVersion: text, group: text, version: text, kind: text, name: text, namespace: text }, 'Target'),
    fieldref: struct({ fieldPath: text }, 'FieldSelector'),
  },
  'Var',
);
const sortOptions = struct<SortOptions>(
  {
    order: text,
    legacySortOptions: optional(struct({ orderFirst: texts, orderLast: texts }, 'LegacySortOptions')),
  },
  'SortOptions',
);
export const objectMeta = struct<ObjectMeta>(
  { name: text, namespace: text, labels: record(text), annotations: record(text) },
  'ObjectMeta',
);

const kustomizationFields = {
  kind: text,
  apiVersion: text,
  metadata: optional(objectMeta),
  openapi: record(text),
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  commonLabels: record(text),
  labels: list(labelEntry),
  commonAnnotations: record(text),
  patchesStrategicMerge: texts,
  patchesJson6902: list(patchEntry),
  patches: list(patchEntry),
  images: list(imageEntry),
  imageTags: list(imageEntry),
  replacements: list(replacementEntry),
  replicas: list(replicaEntry),
  vars: list(varEntry),
  sortOptions: optional(sortOptions),
  resources: texts,
  components: texts,
  crds: texts,
  bases: texts,
  configMapGenerator: list(struct<GeneratorEntry>(generatorFields, 'GeneratorArgs')),
  secretGenerator: list(struct<SecretEntry>(secretFields, 'GeneratorArgs')),
  helmGlobals: optional(helmGlobals),
  helmCharts: list(helmChart),
  helmChartInflationGenerator: list(oldHelmChart),
  generatorOptions: optional(generatorOptions),
  configurations: texts,
  generators: texts,
  transformers: texts,
  validators: texts,
  buildMetadata: texts,
};

/** A kustomization file as it is written (types/kustomization.go, Kustomization). */
export type Kustomization = {
  readonly [K in keyof typeof kustomizationFields]: ReturnType<(typeof kustomizationFields)[K]>;
};
export const kustomization: Decoder<Kustomization> = struct<Kustomization>(kustomizationFields, 'Kustomization');
