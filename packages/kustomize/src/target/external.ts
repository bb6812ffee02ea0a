import { pushAll } from '@podlint/plain';
import { BuildFailure } from '../errors.js';
import { joinPath } from '../files/file-tree.js';
import { scalarSource } from '../origin/text-source.js';
import { textOrNone } from '../read/file-text.js';
import { readResources } from '../read/resources.js';
import { originAnnotation } from '../resource/annotations.js';
import { setOrigin, type Origin } from '../resource/origin-annotations.js';
import type { ResourceMap } from '../resource/resource-map.js';
import { Resource } from '../resource/resource.js';
import type { Generator, PluginContext, Transformer } from '../transform/context.js';
import { Accumulator } from './accumulator.js';
import { placed, type Placed } from './kustomization-file.js';
import { loadGenerator, loadTransformer, pluginContext } from './plugins.js';
import type { Layer } from './layer.js';

/** The generators that have files of their own (configureExternalGenerators). */
export function externalGenerators(layer: Layer, map: ResourceMap): Generator[] {
  return loadAll(layer, placed(layer.file.fields.generators, ['generators']), map, loadGenerator);
}

/** The transformers, or validators, that have files of their own. */
export function externalTransformers(
  layer: Layer,
  entries: readonly Placed<string>[],
  map: ResourceMap,
): Transformer[] {
  return loadAll(layer, entries, map, loadTransformer);
}

/** What is never run is left out of the map. */
function loadAll<T>(
  layer: Layer,
  entries: readonly Placed<string>[],
  map: ResourceMap,
  load: (resource: Resource, context: PluginContext, origin: Origin | undefined) => T,
): T[] {
  const plugins = pluginResources(layer, entries);
  pushAll(map.leftOut, plugins.leftOut);
  const loaded: T[] = [];
  for (const resource of plugins.list)
    map.attempt(() => void loaded.push(load(resource, contextOf(layer, resource), originOf(layer, resource))));
  return loaded;
}

/** Their options: an entry is a text that holds them, or the path of a file or kustomization. */
function pluginResources(layer: Layer, entries: readonly Placed<string>[]): ResourceMap {
  const gathered = new Accumulator();
  const paths: Placed<string>[] = [];
  for (const entry of entries) {
    const inline = inlineResources(layer, entry);
    if (inline) gathered.map.append(inline);
    else paths.push(entry);
  }
  return layer.addResources(gathered, paths).map;
}

function inlineResources(layer: Layer, { value, path }: Placed<string>): Resource[] | undefined {
  const { file, build, originPath } = layer;
  const source = scalarSource(file.placeOf(path), value, file.json.textOf(path));
  try {
    const nodes = readResources(value, { start: 0, end: value.length }, source);
    const resources = nodes.map((node) => new Resource(node, build.openApi));
    new Accumulator().map.append(resources);
    if (originPath !== undefined)
      for (const resource of resources)
        setOrigin(resource, { path: joinPath(originPath, file.name.slice(file.name.lastIndexOf('/') + 1)) });
    return resources;
  } catch (error) {
    if (error instanceof BuildFailure) return undefined;
    throw error;
  }
}

function contextOf(layer: Layer, resource: Resource): PluginContext {
  const { loader, build } = layer;
  return pluginContext(resource, loader, build.openApi, {
    readJson: (file) => build.read.json(file),
    textOf: (name) => {
      const found = build.tree.find(`/${name}`);
      return found.type === 'file' ? textOrNone(found.file) : undefined;
    },
  });
}

/** What kustomize writes of a plugin: its own object (origin.go, OriginFromCustomPlugin). */
function originOf({ originPath }: Layer, resource: Resource): Origin | undefined {
  const written = resource.annotation(originAnnotation);
  if (originPath === undefined || written === undefined) return undefined;
  const configuredIn = /^path: (.*)$/m.exec(written)?.[1];
  const { apiVersion, kind, name, namespace } = resource;
  return { configuredIn, configuredBy: { apiVersion, kind, name, namespace } };
}
