import type { JsonValue, KeyPath } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { generateConfigMap, generateSecret } from '../generate/generators.js';
import { contentHashTransform } from '../generate/hash-names.js';
import { baseName } from '../files/file-tree.js';
import type { Loader } from '../files/loader.js';
import { fieldOf } from '../node/fields.js';
import { Kind, mappingNode, scalarNode, stringNode, Tag, type YNode } from '../node/node.js';
import { toJson } from '../node/to-json.js';
import { json6902Transform, patchTransform, strategicMergeTransform } from '../patch/transforms.js';
import {
  fieldSpec,
  generatorFields,
  imageEntry,
  objectMeta,
  replicaEntry,
  replacementEntry,
  secretFields,
  selector,
} from '../read/kustomization.js';
import {
  decode,
  flag,
  integer,
  list,
  optional,
  pluginRules,
  record,
  struct,
  text,
  type Decoder,
} from '../read/decode.js';
import { replacementTransform } from '../replace/replacements.js';
import { loadReplacements } from '../replace/load.js';
import type { Origin } from '../resource/origin-annotations.js';
import { Resource } from '../resource/resource.js';
import type { OpenApi } from '../schema/open-api.js';
import type { Generator, PluginContext, Transform, Transformer } from '../transform/context.js';
import { imageTransform } from '../transform/images.js';
import { entriesTransform } from '../transform/labels.js';
import { prefixTransform, suffixTransform } from '../transform/names.js';
import { namespaceTransform, type SubjectMode } from '../transform/namespace.js';
import { replicaTransform } from '../transform/replicas.js';
import { demandTargets, valueAddTransform } from '../transform/value-add.js';
import { scalarSource, type TextSource } from '../origin/text-source.js';

/** Options of a transformer or generator as a file has them. */
interface PluginFile {
  readonly resource: Resource;
  readonly json: JsonValue;
  readonly context: PluginContext;
}

type Build<T> = (plugin: PluginFile) => T;

/** Reads options with a decoder; what they do not know is left out (sigs.k8s.io/yaml, Unmarshal). */
function options<T>(decoder: Decoder<T>, { json, context }: PluginFile): T {
  const { value, problem } = decode(decoder, json, pluginRules);
  if (problem) throw new BuildFailure(problem.errorClass, problem.message, context.placeOf(problem.path));
  return value;
}

const fieldSpecs = list(fieldSpec);

/** A generator's own name and namespace stand in for those of what it makes (ConfigMapGenerator.go). */
function withMetadata<T extends { name: string; namespace: string }>(entry: T, plugin: PluginFile): T {
  const { metadata } = options(struct({ metadata: objectMeta }), plugin);
  return { ...entry, name: entry.name || metadata.name, namespace: entry.namespace || metadata.namespace };
}

const ownEntry = { entry: [], globalOptions: undefined };

const generators = new Map<string, Build<Resource[]>>([
  [
    'ConfigMapGenerator',
    (plugin) => [
      generateConfigMap(withMetadata(options(struct(generatorFields), plugin), plugin), ownEntry, plugin.context),
    ],
  ],
  [
    'SecretGenerator',
    (plugin) => [generateSecret(withMetadata(options(struct(secretFields), plugin), plugin), ownEntry, plugin.context)],
  ],
  ['IAMPolicyGenerator', (plugin) => [workloadIdentity(plugin)]],
  [
    'HelmChartInflationGenerator',
    () => {
      throw new BuildFailure('plugin', 'Helm charts are not rendered.');
    },
  ],
]);

const identityOptions = struct({
  cloud: text,
  kubernetesService: struct({ name: text, namespace: text }),
  serviceAccount: struct({ name: text, projectId: text }),
});

/** A ServiceAccount that is bound to one of Google's (filters/iampolicygenerator/iampolicygenerator.go). */
function workloadIdentity(plugin: PluginFile): Resource {
  const { cloud, kubernetesService, serviceAccount } = options(identityOptions, plugin);
  if (cloud !== 'gke') throw new BuildFailure('generator', `The cloud "${cloud}" is not supported.`);
  const annotation = `${serviceAccount.name}@${serviceAccount.projectId}.iam.gserviceaccount.com`;
  const metadata = mapOf([
    ['annotations', mapOf([['iam.gke.io/gcp-service-account', stringNode(annotation)]])],
    ['name', stringNode(kubernetesService.name)],
    ...(kubernetesService.namespace === '' ? [] : [['namespace', stringNode(kubernetesService.namespace)] as const]),
  ]);
  const node = mapOf([
    ['apiVersion', stringNode('v1')],
    ['kind', stringNode('ServiceAccount')],
    ['metadata', metadata],
  ]);
  node.mark(plugin.context.step);
  return new Resource(node, plugin.context.openApi);
}

function mapOf(entries: readonly (readonly [string, YNode])[]): YNode {
  const map = mappingNode(Tag.map);
  for (const [name, value] of entries) map.content.push(scalarNode(name, Tag.string), value);
  return map;
}

const transformers = new Map<string, Build<Transform>>([
  [
    'AnnotationsTransformer',
    (plugin) => {
      const { annotations, fieldSpecs: specs } = options(struct({ annotations: record(text), fieldSpecs }), plugin);
      return entriesTransform(annotations, ['annotations'], specs ?? [], plugin.context);
    },
  ],
  [
    'LabelTransformer',
    (plugin) => {
      const { labels, fieldSpecs: specs } = options(struct({ labels: record(text), fieldSpecs }), plugin);
      return entriesTransform(labels, ['labels'], specs ?? [], plugin.context);
    },
  ],
  ['HashTransformer', ({ context }) => contentHashTransform(context.step)],
  [
    'ImageTagTransformer',
    (plugin) => {
      const { imageTag, fieldSpecs: specs } = options(struct({ imageTag: imageEntry, fieldSpecs }), plugin);
      return imageTransform(imageTag, specs ?? [], plugin.context.step);
    },
  ],
  ['NamespaceTransformer', namespacePlugin],
  [
    'PatchJson6902Transformer',
    (plugin) =>
      json6902Transform(
        options(struct({ target: optional(selector), path: text, jsonOp: text }), plugin),
        { entry: [], jsonOp: ['jsonOp'] },
        plugin.context,
      ),
  ],
  [
    'PatchStrategicMergeTransformer',
    (plugin) => {
      const { paths, patches } = options(struct({ paths: list(text), patches: text }), plugin);
      return strategicMergeTransform(paths ?? [], patches, ['paths'], plugin.context);
    },
  ],
  ['PatchTransformer', (plugin) => patchTransform(options(patchOptions, plugin), [], plugin.context)],
  [
    'PrefixTransformer',
    (plugin) =>
      prefixTransform(options(struct({ prefix: text }), plugin).prefix, demandSpecs(plugin), plugin.context.step),
  ],
  [
    'SuffixTransformer',
    (plugin) =>
      suffixTransform(options(struct({ suffix: text }), plugin).suffix, demandSpecs(plugin), plugin.context.step),
  ],
  ['PrefixSuffixTransformer', affixPlugin],
  [
    'ReplacementTransformer',
    (plugin) => {
      const { replacements } = options(struct({ replacements: list(replacementEntry) }), plugin);
      return replacementTransform(
        loadReplacements(replacements ?? [], ['replacements'], plugin.context),
        plugin.context.step,
      );
    },
  ],
  [
    'ReplicaCountTransformer',
    (plugin) => {
      const { replica, fieldSpecs: specs } = options(struct({ replica: replicaEntry, fieldSpecs }), plugin);
      const { placeOf } = plugin.context;
      const places = { name: placeOf(['replica', 'name']), count: placeOf(['replica', 'count']) };
      return replicaTransform(replica, specs ?? [], places, plugin.context);
    },
  ],
  ['ValueAddTransformer', valueAddPlugin],
]);

const patchOptions = struct({
  path: text,
  patch: text,
  target: optional(selector),
  options: optional(struct({ allowNameChange: flag, allowKindChange: flag })),
});

function demandSpecs(plugin: PluginFile) {
  const { fieldSpecs: specs } = options(struct({ fieldSpecs }), plugin);
  if (!specs) throw new BuildFailure('plugin', 'The transformer needs fieldSpecs.', plugin.context.placeOf([]));
  return specs;
}

function affixPlugin(plugin: PluginFile): Transform {
  const { prefix, suffix } = options(struct({ prefix: text, suffix: text }), plugin);
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
  const decoded = options(
    struct({ metadata: objectMeta, fieldSpecs, unsetOnly: flag, setRoleBindingSubjects: text }),
    plugin,
  );
  const subjects = decoded.setRoleBindingSubjects || 'defaultOnly';
  if (!subjectModes.includes(subjects))
    throw new BuildFailure('plugin', `"${subjects}" is no value of setRoleBindingSubjects.`);
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
  const decoded = options(struct({ value: text, targets: targetOptions, targetFilePath: text }), plugin);
  const value = decoded.value.trim() || baseName(context.loader.root);
  const targets = [...(decoded.targets ?? []), ...targetsOfFile(decoded.targetFilePath, context)];
  demandTargets(targets);
  return valueAddTransform(value, targets, context.step);
}

function targetsOfFile(path: string, context: PluginContext) {
  if (path === '') return [];
  const json = context.readJson(context.loader.load(path));
  const { value, problem } = decode(struct({ targets: targetOptions }), json.value, pluginRules);
  if (problem) throw new BuildFailure(problem.errorClass, problem.message, json.placeOf(problem.path));
  return value.targets ?? [];
}

/** A generator that has a file of its own (loader.go, LoadGenerator). */
export function loadGenerator(resource: Resource, context: PluginContext, origin: Origin | undefined): Generator {
  const build = pluginOf(resource, generators, transformers);
  const plugin = pluginFile(resource, context);
  return { generate: () => build(plugin), origin };
}

export function loadTransformer(resource: Resource, context: PluginContext, origin: Origin | undefined): Transformer {
  const build = pluginOf(resource, transformers, generators);
  return { transform: build(pluginFile(resource, context)), origin };
}

function pluginFile(resource: Resource, context: PluginContext): PluginFile {
  return { resource, json: toJson(resource.node), context };
}

function pluginOf<T>(
  resource: Resource,
  wanted: ReadonlyMap<string, Build<T>>,
  others: ReadonlyMap<string, unknown>,
): Build<T> {
  const { kind, group, version } = resource.gvk;
  const place = resource.node.place;
  if (group !== '' || version !== 'builtin')
    throw new BuildFailure('plugin', `${kind} is a plugin, which is not run.`, place);
  const build = wanted.get(kind);
  if (build) return build;
  const message = others.has(kind) ? `${kind} cannot be used here.` : `There is no built-in ${kind}.`;
  throw new BuildFailure('plugin', message, place);
}

/** The context of a plugin whose options are an object of a file. */
export function pluginContext(
  resource: Resource,
  loader: Loader,
  openApi: OpenApi,
  tools: Pick<PluginContext, 'readJson'> & { textOf(file: string): string | undefined },
): PluginContext {
  const { node } = resource;
  const file = node.place?.file ?? '';
  const range = node.place && { start: node.place.start, end: node.place.end };
  const placeOf = (path: KeyPath) => nodeAtPath(node, path)?.place;
  return {
    loader,
    openApi,
    readJson: tools.readJson,
    step: { kind: resource.kind, file, field: '', range },
    placeOf,
    sourceOf: (path, value): TextSource => {
      const place = placeOf(path) ?? { file, start: 0, end: 0 };
      return scalarSource(place, value, tools.textOf(place.file) ?? '');
    },
  };
}

function nodeAtPath(node: YNode, path: KeyPath): YNode | undefined {
  let at: YNode | undefined = node;
  for (const part of path) {
    if (at?.kind === Kind.sequence) at = at.content[Number(part)];
    else at = fieldOf(at, String(part)) ?? fieldInAnyCase(at, String(part));
  }
  return at;
}

function fieldInAnyCase(node: YNode | undefined, name: string): YNode | undefined {
  if (node?.kind !== Kind.mapping) return undefined;
  const key = node.content.find((at, i) => i % 2 === 0 && at.value.toLowerCase() === name.toLowerCase());
  return key && node.content[node.content.indexOf(key) + 1];
}
