import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { NotRun, throwing } from '../errors.js';
import { generateConfigMap, generateSecret, withGlobalOptions } from '../generate/generators.js';
import type { Resource } from '../resource/resource.js';
import type { Generator, PluginContext } from '../transform/context.js';
import type { GeneratorEntry } from '../read/entries.js';
import { fieldContext } from './field-context.js';
import { placed, withOldEnv, type Placed } from './kustomization-file.js';
import type { Layer } from './layer.js';

type Generate<T> = (
  entry: T,
  paths: { entry: KeyPath; globalOptions: KeyPath | undefined },
  context: PluginContext,
) => Resource;

/** The generators of a kustomization's own fields, in kustomize's order (kusttarget_configplugin.go). */
export function builtinGenerators(layer: Layer): Generator[] {
  const { fields } = layer.file;
  return [
    ...generators(layer, 'ConfigMapGenerator', 'configMapGenerator', generateConfigMap),
    ...generators(layer, 'SecretGenerator', 'secretGenerator', generateSecret),
    ...placed(fields.helmCharts, ['helmCharts']).map((chart) => unrendered(layer, chart)),
    ...placed(fields.helmChartInflationGenerator, ['helmChartInflationGenerator']).map((at) => unrendered(layer, at)),
  ];
}

function unrendered({ file }: Layer, { path }: Placed<unknown>): Generator {
  const failure = new NotRun('plugin', says['helm-chart'](), file.placeOf(path));
  return { generate: () => throwing(failure), origin: undefined };
}

function generators<F extends 'configMapGenerator' | 'secretGenerator'>(
  layer: Layer,
  kind: string,
  field: F,
  generate: Generate<NonNullable<Layer['file']['fields'][F]>[number]>,
): Generator[] {
  type Entry = NonNullable<Layer['file']['fields'][F]>[number] & GeneratorEntry;
  const { fields } = layer.file;
  return placed((fields[field] ?? []) as readonly Entry[], [field]).map(({ value, path }) => {
    const entry = { ...withOldEnv(value), options: withGlobalOptions(value.options, fields.generatorOptions) };
    const paths = { entry: path, globalOptions: ['generatorOptions'] };
    return {
      generate: () => [generate(entry, paths, fieldContext(layer, kind, path))],
      origin: layer.origin(kind),
    };
  });
}
