import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { FieldSpec } from '../config/field-spec.js';
import { baseName } from '../files/file-tree.js';
import { contentHashTransform } from '../generate/hash-names.js';
import { json6902Transform } from '../patch/json6902-transform.js';
import { patchTransform } from '../patch/patch-transform.js';
import { strategicMergeTransform } from '../patch/strategic-merge-transform.js';
import { decode, flag, integer, list, optional, pluginRules, record, struct, text } from '../read/decode.js';
import { imageEntry, objectMeta, patchEntry, replicaEntry } from '../read/kustomization.js';
import { replacementEntry } from '../read/replacements.js';
import { selector } from '../read/selector.js';
import { loadReplacements } from '../replace/load.js';
import { replacementTransform } from '../replace/replacements.js';
import type { PluginContext, Transform } from '../transform/context.js';
import { ImageFields, imageTransform } from '../transform/images.js';
import { entriesTransform } from '../transform/labels.js';
import { prefixTransform, suffixTransform } from '../transform/names.js';
import { namespaceTransform, type SubjectMode } from '../transform/namespace.js';
import { replicaTransform } from '../transform/replicas.js';
import { demandTargets, valueAddTransform, type ValueAddTarget } from '../transform/value-add.js';
import { affixFieldSpecs, fieldSpecs, pluginOptions, type PluginFile, type PluginMaker } from './plugin-options.js';

export const pluginTransformers: ReadonlyMap<string, PluginMaker<Transform>> = new Map<string, PluginMaker<Transform>>([
  [
    'AnnotationsTransformer',
    (plugin) => {
      const { annotations, fieldSpecs: specs } = pluginOptions(
        struct({ annotations: record(text), fieldSpecs }),
        plugin,
      );
      return entriesTransform(annotations, ['annotations'], specs ?? [], plugin.context);
    },
  ],
  [
    'LabelTransformer',
    (plugin) => {
      const { labels, fieldSpecs: specs } = pluginOptions(struct({ labels: record(text), fieldSpecs }), plugin);
      return entriesTransform(labels, ['labels'], specs ?? [], plugin.context);
    },
  ],
  ['HashTransformer', ({ context }) => contentHashTransform(context.step)],
  [
    'ImageTagTransformer',
    (plugin) => {
      const { imageTag, fieldSpecs: specs } = pluginOptions(struct({ imageTag: imageEntry, fieldSpecs }), plugin);
      return imageTransform(imageTag, new ImageFields(specs ?? []), plugin.context.step, () => undefined);
    },
  ],
  ['NamespaceTransformer', namespacePlugin],
  [
    'PatchJson6902Transformer',
    (plugin) =>
      json6902Transform(
        pluginOptions(struct({ target: optional(selector), path: text, jsonOp: text }), plugin),
        { entry: [], jsonOp: ['jsonOp'] },
        plugin.context,
      ),
  ],
  [
    'PatchStrategicMergeTransformer',
    (plugin) => {
      const { paths, patches } = pluginOptions(struct({ paths: list(text), patches: text }), plugin);
      return strategicMergeTransform(paths ?? [], patches, ['paths'], plugin.context);
    },
  ],
  ['PatchTransformer', (plugin) => patchTransform(pluginOptions(patchEntry, plugin), [], plugin.context)],
  [
    'PrefixTransformer',
    (plugin) =>
      prefixTransform(pluginOptions(struct({ prefix: text }), plugin).prefix, demandSpecs(plugin), plugin.context.step),
  ],
  [
    'SuffixTransformer',
    (plugin) =>
      suffixTransform(pluginOptions(struct({ suffix: text }), plugin).suffix, demandSpecs(plugin), plugin.context.step),
  ],
  ['PrefixSuffixTransformer', affixPlugin],
  [
    'ReplacementTransformer',
    (plugin) => {
      const { replacements } = pluginOptions(struct({ replacements: list(replacementEntry) }), plugin);
      return replacementTransform(
        loadReplacements(replacements ?? [], ['replacements'], plugin.context),
        plugin.context.step,
      );
    },
  ],
  [
    'ReplicaCountTransformer',
    (plugin) => {
      const { replica, fieldSpecs: specs } = pluginOptions(struct({ replica: replicaEntry, fieldSpecs }), plugin);
      const { placeOf } = plugin.context;
      const places = { name: placeOf(['replica', 'name']), count: placeOf(['replica', 'count']) };
      return replicaTransform(replica, specs ?? [], places, plugin.context);
    },
  ],
  ['ValueAddTransformer', valueAddPlugin],
]);

function demandSpecs(plugin: PluginFile): readonly FieldSpec[] {
  const { fieldSpecs: specs } = pluginOptions(struct({ fieldSpecs: affixFieldSpecs }), plugin);
  if (!specs) throw new BuildFailure('plugin', says['plugin-field-specs'](), plugin.context.placeOf([]));
  return specs;
}

function affixPlugin(plugin: PluginFile): Transform {
  const { prefix, suffix } = pluginOptions(struct({ prefix: text, suffix: text }), plugin);
  const specs = demandSpecs(plugin);
  const first = prefixTransform(prefix, specs, plugin.context.step);
  const second = suffixTransform(suffix, specs, plugin.context.step);
  return (map) => {
    first(map);
    second(map);
  };
}

const subjectModes = ['defaultOnly', 'allServiceAccounts', 'none'];

function namespacePlugin(plugin: PluginFile): Transform {
  const decoded = pluginOptions(
    struct({ metadata: objectMeta, fieldSpecs, unsetOnly: flag, setRoleBindingSubjects: text }),
    plugin,
  );
  const subjects = decoded.setRoleBindingSubjects || 'defaultOnly';
  if (!subjectModes.includes(subjects)) throw new BuildFailure('plugin', says['plugin-subjects']({ value: subjects }));
  const { placeOf } = plugin.context;
  return namespaceTransform(
    {
      namespace: decoded.metadata.namespace,
      fieldSpecs: decoded.fieldSpecs ?? [],
      unsetOnly: decoded.unsetOnly,
      subjects: subjects as SubjectMode,
      place: placeOf(['metadata', 'namespace']),
    },
    plugin.context,
  );
}

const targetOptions = list(struct({ selector: optional(selector), fieldPath: text, filePathPosition: integer }));

function valueAddPlugin(plugin: PluginFile): Transform {
  const { context } = plugin;
  const decoded = pluginOptions(struct({ value: text, targets: targetOptions, targetFilePath: text }), plugin);
  const value = decoded.value.trim() || baseName(context.loader.root);
  const targets = [...(decoded.targets ?? []), ...targetsOfFile(decoded.targetFilePath, context)];
  demandTargets(targets);
  return valueAddTransform(value, targets, context.step);
}

function targetsOfFile(path: string, context: PluginContext): readonly ValueAddTarget[] {
  if (path === '') return [];
  const json = context.readJson(context.loader.load(path));
  const { value, problem } = decode(struct({ targets: targetOptions }), json.value, pluginRules);
  if (problem) throw new BuildFailure(problem.errorClass, problem.message, json.placeOf(problem.path));
  return value.targets ?? [];
}
