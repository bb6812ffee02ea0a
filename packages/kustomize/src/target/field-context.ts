import type { KeyPath } from '../node/key-path.js';
import { scalarSource } from '../origin/text-source.js';
import type { PluginContext } from '../transform/context.js';
import type { Layer } from './layer.js';

/** The context of a transformer or generator that a field of a kustomization asks for. */
export function fieldContext({ file, loader, build }: Layer, kind: string, path: KeyPath): PluginContext {
  const { json } = file;
  return {
    loader,
    openApi: build.openApi,
    readJson: (other) => build.read.json(other),
    step: file.step(kind, path),
    // Places of what stands in the file only, not of what is around it.
    placeOf: (at) => (json.holds(at) ? file.placeOf(at) : undefined),
    mark: build.mark,
    sourceOf: (at, value) => scalarSource(file.placeOf(at), value, json.textOf(at)),
  };
}
