import { anything, embedded, flag, integer, list, optional, record, struct, text, type Decoder } from './decode.js';
import type { FieldSpec } from '../config/field-spec.js';
import type {
  FieldOptions,
  GeneratorEntry,
  GeneratorOptions,
  ImageEntry,
  LabelEntry,
  ObjectMeta,
  PatchEntry,
  Replacement,
  ReplacementEntry,
  ReplacementSource,
  ReplacementTarget,
  Replica,
  SecretEntry,
  Selector,
  SortOptions,
  Var,
} from './entries.js';

const texts = list(text);
const name = embedded(text);
const gvkFields = { group: name, version: name, kind: name };
const selectorFields = { ...gvkFields, name, namespace: name };

export const fieldSpec: Decoder<FieldSpec> = struct({ ...gvkFields, path: text, create: flag }, 'FieldSpec');
/** As a prefix or suffix takes it: its file is read by another reader. */
export const affixFieldSpec: Decoder<FieldSpec> = struct({
  group: text,
  version: text,
  kind: text,
  path: text,
  create: flag,
});
export const backReference = struct<{
  group: string;
  version: string;
  kind: string;
  fieldSpecs: FieldSpec[] | undefined;
}>({ ...gvkFields, fieldSpecs: list(fieldSpec) });
export type DecodedBackReference = ReturnType<typeof backReference>;

export const selector = struct<Selector>(
  { ...selectorFields, labelSelector: text, annotationSelector: text },
  'Selector',
);
const patchOptions = struct({ allowNameChange: flag, allowKindChange: flag }, 'PatchOptions');
export const patchEntry = struct<PatchEntry>(
  { path: text, patch: text, target: optional(selector), options: optional(patchOptions) },
  'Patch',
);
export const imageEntry = struct<ImageEntry>(
  { name: text, newName: text, tagSuffix: text, newTag: text, digest: text },
  'Image',
);
const generatorOptions = struct<GeneratorOptions>(
  { labels: record(text), annotations: record(text), disableNameSuffixHash: flag, immutable: flag },
  'GeneratorOptions',
);
export const generatorFields = {
  namespace: text,
  name: text,
  behavior: text,
  literals: texts,
  files: texts,
  envs: texts,
  env: text,
  options: optional(generatorOptions),
};
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
const fieldOptions = struct<FieldOptions>(
  { delimiter: text, index: integer, encoding: text, create: flag },
  'FieldOptions',
);
const replacementFields = {
  source: optional(
    struct<ReplacementSource>(
      { ...selectorFields, fieldPath: text, options: optional(fieldOptions) },
      'SourceSelector',
    ),
  ),
  targets: list(
    optional(
      struct<ReplacementTarget>(
        {
          select: optional(selector),
          reject: list(optional(selector)),
          fieldPaths: texts,
          options: optional(fieldOptions),
        },
        'TargetSelector',
      ),
    ),
  ),
  sourceValue: optional(text),
};
export const replacement = struct<Replacement>(replacementFields);
export const replacementEntry = struct<ReplacementEntry>(
  {
    source: embedded(replacementFields.source),
    targets: embedded(replacementFields.targets),
    sourceValue: embedded(replacementFields.sourceValue),
    path: text,
  },
  'ReplacementField',
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

const helmGlobals = struct({ chartHome: text, configHome: text }, 'HelmGlobals');
const helmChartFields = {
  name: text,
  version: text,
  repo: text,
  releaseName: text,
  namespace: text,
  additionalValuesFiles: texts,
  valuesFile: text,
  valuesInline: record(anything),
  valuesMerge: text,
  includeCRDs: flag,
  skipHooks: flag,
  apiVersions: texts,
  kubeVersion: text,
  nameTemplate: text,
  skipTests: flag,
  debug: flag,
  devel: flag,
};
const oldHelmChartFields = {
  chartName: text,
  chartVersion: text,
  chartRepoUrl: text,
  chartHome: text,
  chartRepoName: text,
  helmBin: text,
  helmHome: text,
  values: text,
  valuesLocal: record(anything),
  valuesMerge: text,
  releaseName: text,
  releaseNamespace: text,
  extraArgs: texts,
};

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
  secretGenerator: list(struct<SecretEntry>({ ...generatorFields, type: text }, 'GeneratorArgs')),
  helmGlobals: optional(helmGlobals),
  helmCharts: list(struct(helmChartFields, 'HelmChart')),
  helmChartInflationGenerator: list(struct(oldHelmChartFields, 'HelmChartArgs')),
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

/** A generator's options as a file of its own has them. */
export const secretFields = { ...generatorFields, type: text };
