import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure } from '../errors.js';
import { addField, ensureMapping, setField } from '../node/fields.js';
import { mappingNode, markAll, scalarNode, stringNode, Style, Tag, type YNode } from '../node/node.js';
import type { GeneratorEntry, GeneratorOptions, SecretEntry, Texts } from '../read/entries.js';
import { Internal } from '../resource/annotations.js';
import { compareText } from '../resource/gvk.js';
import { Resource } from '../resource/resource.js';
import type { PluginContext } from '../transform/context.js';
import { base64Lines, utf8Bytes } from './bytes.js';
import { loadKeyValues, type KeyValue } from './key-values.js';

/** Where a generator's entry stands in the file that it is configured by, and where the options for all do. */
export interface EntryPaths {
  readonly entry: KeyPath;
  readonly globalOptions: KeyPath | undefined;
}

/** A ConfigMap from literals and files (generators/configmap.go). */
export function generateConfigMap(entry: GeneratorEntry, paths: EntryPaths, context: PluginContext): Resource {
  const object = baseObject('ConfigMap', entry, paths, context);
  for (const pair of sortedPairs(entry, paths, context)) addPlainValue(object, pair);
  return finish(object, entry, paths, context);
}

/** A Secret from literals and files (generators/secret.go). */
export function generateSecret(entry: SecretEntry, paths: EntryPaths, context: PluginContext): Resource {
  const object = baseObject('Secret', entry, paths, context);
  setField(object, 'type', placed(stringNode(entry.type || 'Opaque'), context, [...paths.entry, 'type']));
  const data = ensureMapping(object, 'data');
  for (const { key, value, place } of sortedPairs(entry, paths, context)) {
    const node = stringNode(base64Lines(typeof value === 'string' ? utf8Bytes(value) : value));
    node.place = place;
    addField(data, key, node);
  }
  return finish(object, entry, paths, context);
}

function sortedPairs(entry: GeneratorEntry, paths: EntryPaths, context: PluginContext): KeyValue[] {
  return loadKeyValues(entry, paths.entry, context).sort((a, b) => compareText(a.key, b.key));
}

function placed(node: YNode, { placeOf }: PluginContext, path: KeyPath): YNode {
  node.place = placeOf(path);
  return node;
}

function baseObject(kind: string, entry: GeneratorEntry, { entry: path }: EntryPaths, context: PluginContext): YNode {
  if (entry.name === '') throw new BuildFailure('generator', says['generator-name'](), context.placeOf(path));
  const object = mappingNode(Tag.map);
  object.place = context.placeOf(path);
  for (const [name, value] of [
    ['apiVersion', 'v1'],
    ['kind', kind],
  ] as const)
    object.content.push(scalarNode(name, Tag.string), placed(scalarNode(value, Tag.string), context, path));
  const metadata = ensureMapping(object, 'metadata');
  metadata.place = object.place;
  setField(metadata, 'name', placed(stringNode(entry.name), context, [...path, 'name']));
  if (entry.namespace !== '')
    setField(metadata, 'namespace', placed(stringNode(entry.namespace), context, [...path, 'namespace']));
  return object;
}

/** What is no UTF-8 goes to binaryData (datamap.go, makeConfigMapValueRNode). */
function addPlainValue(object: YNode, { key, value, place }: KeyValue): void {
  const isText = typeof value === 'string';
  const node = stringNode(isText ? value : base64Lines(value));
  node.place = place;
  addField(ensureMapping(object, isText ? 'data' : 'binaryData'), key, node);
}

function finish(object: YNode, entry: GeneratorEntry, paths: EntryPaths, context: PluginContext): Resource {
  addEntries(object, 'labels', entry.options?.labels, paths, context);
  addEntries(object, 'annotations', entry.options?.annotations, paths, context);
  if (entry.options?.immutable) {
    const node = scalarNode('true', Tag.bool);
    setField(object, 'immutable', placed(node, context, [...paths.entry, 'options', 'immutable']));
  }
  markAll(object, context.step);
  const resource = new Resource(object, context.openApi);
  if (!entry.options?.disableNameSuffixHash) resource.enable(Internal.needsHashSuffix);
  resource.setMap('annotations', {
    ...resource.map('annotations'),
    [Internal.generatorBehavior]: behaviorText(entry.behavior),
  });
  return resource;
}

function behaviorText(behavior: string): string {
  return ['create', 'replace', 'merge'].includes(behavior) ? behavior : 'unspecified';
}

function addEntries(
  object: YNode,
  field: 'labels' | 'annotations',
  entries: Texts | undefined,
  { entry, globalOptions }: EntryPaths,
  context: PluginContext,
): void {
  for (const [name, value] of Object.entries(entries ?? {}).sort(([a], [b]) => compareText(a, b))) {
    const node = stringNode(value);
    node.style = Style.single;
    const own = context.placeOf([...entry, 'options', field, name]);
    node.place = own ?? (globalOptions && context.placeOf([...globalOptions, field, name]));
    setField(ensureMapping(ensureMapping(object, 'metadata'), field), name, node);
  }
}

/** The options of one generator with those for all of them: what both set is the generator's own (generatoroptions.go). */
export function withGlobalOptions(
  own: GeneratorOptions | undefined,
  global: GeneratorOptions | undefined,
): GeneratorOptions | undefined {
  if (!global) return own;
  return {
    labels: own?.labels || global.labels ? { ...global.labels, ...own?.labels } : undefined,
    annotations: own?.annotations || global.annotations ? { ...global.annotations, ...own?.annotations } : undefined,
    disableNameSuffixHash: global.disableNameSuffixHash || Boolean(own?.disableNameSuffixHash),
    immutable: global.immutable || Boolean(own?.immutable),
  };
}
