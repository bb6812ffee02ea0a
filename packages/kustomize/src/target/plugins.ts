import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure, NotRun } from '../errors.js';
import type { Loader } from '../files/loader.js';
import { fieldOf } from '../node/fields.js';
import { Kind, type YNode } from '../node/node.js';
import { toJson } from '../node/to-json.js';
import type { Place } from '../origin/place.js';
import { scalarSource } from '../origin/text-source.js';
import type { Origin } from '../resource/origin-annotations.js';
import type { Resource } from '../resource/resource.js';
import type { OpenApi } from '../schema/open-api.js';
import type { Generator, PluginContext, Transformer } from '../transform/context.js';
import { pluginGenerators } from './plugin-generators.js';
import type { PluginFile, PluginMaker } from './plugin-options.js';
import { pluginTransformers } from './plugin-transformers.js';

/** A generator that has a file of its own (loader.go, LoadGenerator). */
export function loadGenerator(resource: Resource, context: PluginContext, origin: Origin | undefined): Generator {
  const build = pluginOf(resource, pluginGenerators, pluginTransformers);
  const plugin = pluginFile(resource, context);
  return { generate: () => build(plugin), origin };
}

export function loadTransformer(resource: Resource, context: PluginContext, origin: Origin | undefined): Transformer {
  const build = pluginOf(resource, pluginTransformers, pluginGenerators);
  return { transform: build(pluginFile(resource, context)), origin };
}

function pluginFile(resource: Resource, context: PluginContext): PluginFile {
  return { json: toJson(resource.node), context };
}

function pluginOf<T>(
  resource: Resource,
  wanted: ReadonlyMap<string, PluginMaker<T>>,
  others: ReadonlyMap<string, unknown>,
): PluginMaker<T> {
  const { kind, group, version } = resource.gvk;
  const place = resource.node.place;
  if (group !== '' || version !== 'builtin') throw new NotRun('plugin', says.plugin({ kind }), place);
  const build = wanted.get(kind);
  if (build) return build;
  const message = others.has(kind) ? says['plugin-role']({ kind }) : says['no-plugin']({ kind });
  throw new BuildFailure('plugin', message, place);
}

/** The context of a plugin whose options are an object of a file. */
export function pluginContext(
  resource: Resource,
  loader: Loader,
  openApi: OpenApi,
  tools: Pick<PluginContext, 'readJson'> & { textOf: (file: string) => string | undefined },
): PluginContext {
  const { node } = resource;
  const file = node.place?.file ?? '';
  const range = node.place && { start: node.place.start, end: node.place.end };
  const placeOf = (path: KeyPath): Place | undefined => nodeAtPath(node, path)?.place;
  return {
    loader,
    openApi,
    readJson: tools.readJson,
    step: { kind: resource.kind, file, field: '', range },
    placeOf,
    mark: () => undefined,
    sourceOf: (path, value) => {
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
