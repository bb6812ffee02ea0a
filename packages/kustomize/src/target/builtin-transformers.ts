import { NotRun, throwing } from '../errors.js';
import type { KeyPath } from '../node/key-path.js';
import type { FieldSpec } from '../config/field-spec.js';
import { mergeFieldSpecs } from '../config/field-spec.js';
import type { TransformerConfig } from '../config/transformer-config.js';
import { json6902Transform } from '../patch/json6902-transform.js';
import { patchTransform } from '../patch/patch-transform.js';
import { strategicMergeTransform } from '../patch/strategic-merge-transform.js';
import type { LabelEntry } from '../read/entries.js';
import { loadReplacements } from '../replace/load.js';
import { replacementTransform } from '../replace/replacements.js';
import type { PluginContext, Transform, Transformer } from '../transform/context.js';
import { ImageFields, imageTransform } from '../transform/images.js';
import { entriesTransform } from '../transform/labels.js';
import { prefixTransform, suffixTransform } from '../transform/names.js';
import { namespaceTransform } from '../transform/namespace.js';
import { replicaTransform } from '../transform/replicas.js';
import { fieldContext } from './field-context.js';
import { placed, type Placed } from './kustomization-file.js';
import type { Layer } from './layer.js';

/** A transformer's kind, and how it is made of the fields. */
type Make = (layer: Layer, config: TransformerConfig) => Transform[];

/** In kustomize's order, whatever that of the fields (kusttarget_configplugin.go, configureBuiltinTransformers). */
const makers: readonly [kind: string, make: Make][] = [
  ['PatchStrategicMergeTransformer', strategicMerges],
  ['PatchTransformer', patches],
  ['NamespaceTransformer', namespaces],
  ['PrefixTransformer', prefixes],
  ['SuffixTransformer', suffixes],
  ['LabelTransformer', labels],
  ['AnnotationsTransformer', annotations],
  ['PatchJson6902Transformer', json6902Patches],
  ['ReplicaCountTransformer', replicas],
  ['ImageTagTransformer', images],
  ['ReplacementTransformer', replacements],
];

export function builtinTransformers(layer: Layer, config: TransformerConfig): Transformer[] {
  return makers.flatMap(([kind, make]) =>
    make(layer, config).map((transform) => ({ transform, origin: layer.origin(kind) })),
  );
}

function each<T>(
  layer: Layer,
  kind: string,
  entries: readonly Placed<T>[],
  make: (value: T, path: KeyPath, context: PluginContext) => Transform,
): Transform[] {
  return entries.map(({ value, path }) => inTurn(() => make(value, path, fieldContext(layer, kind, path))));
}

/** What cannot be made, since a file of it is not fetched, is left out when it is its turn. */
function inTurn(make: () => Transform): Transform {
  try {
    return make();
  } catch (error) {
    if (error instanceof NotRun) return () => throwing(error);
    throw error;
  }
}

function strategicMerges(layer: Layer): Transform[] {
  const path = ['patchesStrategicMerge'];
  const { patchesStrategicMerge: entries } = layer.file.fields;
  if (!entries?.length) return [];
  const context = fieldContext(layer, 'PatchStrategicMergeTransformer', path);
  return [inTurn(() => strategicMergeTransform(entries, '', path, context))];
}

function patches(layer: Layer): Transform[] {
  return each(layer, 'PatchTransformer', placed(layer.file.fields.patches, ['patches']), patchTransform);
}

function namespaces(layer: Layer, { namespace: fieldSpecs }: TransformerConfig): Transform[] {
  const { namespace } = layer.file.fields;
  if (namespace === '') return [];
  const context = fieldContext(layer, 'NamespaceTransformer', ['namespace']);
  const place = context.placeOf(['namespace']);
  return [namespaceTransform({ namespace, fieldSpecs, unsetOnly: false, subjects: 'defaultOnly', place }, context)];
}

function prefixes(layer: Layer, { namePrefix: specs }: TransformerConfig): Transform[] {
  const { namePrefix } = layer.file.fields;
  return namePrefix === ''
    ? []
    : [prefixTransform(namePrefix, specs, layer.file.step('PrefixTransformer', ['namePrefix']))];
}

function suffixes(layer: Layer, { nameSuffix: specs }: TransformerConfig): Transform[] {
  const { nameSuffix } = layer.file.fields;
  return nameSuffix === ''
    ? []
    : [suffixTransform(nameSuffix, specs, layer.file.step('SuffixTransformer', ['nameSuffix']))];
}

function labels(layer: Layer, config: TransformerConfig): Transform[] {
  const { labels: entries, commonLabels } = layer.file.fields;
  const common = ['commonLabels'];
  const others = each(layer, 'LabelTransformer', placed(entries, ['labels']), (entry, path, context) =>
    entriesTransform(entry.pairs, [...path, 'pairs'], labelFields(entry, config), context),
  );
  if (!entries?.length && !Object.keys(commonLabels ?? {}).length) return [];
  return [
    ...others,
    entriesTransform(commonLabels, common, config.commonLabels, fieldContext(layer, 'LabelTransformer', common)),
  ];
}

const metadataLabels: readonly FieldSpec[] = [{ path: 'metadata/labels', create: true }];

/** The fields that an entry of `labels` is for. */
function labelFields(entry: LabelEntry, config: TransformerConfig): readonly FieldSpec[] {
  const own = mergeFieldSpecs(entry.fields ?? [], config.labels);
  if (entry.includeSelectors) return mergeFieldSpecs(own, config.commonLabels);
  const withTemplates = entry.includeTemplates ? mergeFieldSpecs(own, config.templateLabels) : own;
  const withClaims = entry.includeVolumeClaimTemplates
    ? mergeFieldSpecs(withTemplates, config.volumeClaimTemplateLabels)
    : withTemplates;
  return mergeFieldSpecs(withClaims, metadataLabels);
}

function annotations(layer: Layer, { commonAnnotations: specs }: TransformerConfig): Transform[] {
  const path = ['commonAnnotations'];
  const { commonAnnotations } = layer.file.fields;
  if (!Object.keys(commonAnnotations ?? {}).length) return [];
  return [entriesTransform(commonAnnotations, path, specs, fieldContext(layer, 'AnnotationsTransformer', path))];
}

function json6902Patches(layer: Layer): Transform[] {
  const entries = placed(layer.file.fields.patchesJson6902, ['patchesJson6902']);
  return each(layer, 'PatchJson6902Transformer', entries, ({ target: selector, path, patch }, at, context) =>
    json6902Transform({ target: selector, path, jsonOp: patch }, { entry: at, jsonOp: [...at, 'patch'] }, context),
  );
}

function replicas(layer: Layer, { replicas: specs }: TransformerConfig): Transform[] {
  const entries = placed(layer.file.fields.replicas, ['replicas']);
  return each(layer, 'ReplicaCountTransformer', entries, (replica, path, context) => {
    const place = { name: context.placeOf([...path, 'name']), count: context.placeOf([...path, 'count']) };
    return replicaTransform(replica, specs, place, context);
  });
}

function images(layer: Layer, { images: specs }: TransformerConfig): Transform[] {
  const fields = new ImageFields(specs);
  return each(layer, 'ImageTagTransformer', layer.file.images, (image, path, { step, placeOf, mark }) =>
    imageTransform(image, fields, step, (hasFound) => {
      mark('image', placeOf(path), hasFound);
    }),
  );
}

function replacements(layer: Layer): Transform[] {
  const path = ['replacements'];
  const { replacements: entries } = layer.file.fields;
  if (!entries?.length) return [];
  const context = fieldContext(layer, 'ReplacementTransformer', path);
  return [replacementTransform(loadReplacements(entries, path, context), context.step)];
}
