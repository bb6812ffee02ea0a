import type { KeyPath } from '../node/key-path.js';
import { scalarSource } from '../origin/text-source.js';
import type { PluginContext } from '../transform/context.js';
import { nodeAt } from '../read/json-file.js';
import type { Layer } from './layer.js';

/** The context of a transformer or generator that a field of a kustomization asks for. */
export function fieldContext({ file, loader, build }: Layer, kind: string, path: KeyPath): PluginContext {
  const { document, text } = file.json;
  return {
    loader,
    openApi: build.openApi,
    readJson: (other) => build.read.json(other),
    step: file.step(kind, path),
    placeOf: (at) => (isThere(document, at) ? file.placeOf(at) : undefined),
    mark: build.mark,
    sourceOf: (at, value) => scalarSource(file.placeOf(at), value, text),
  };
}

/** Places of what stands in the file only, not of what is around it. */
function isThere(document: Parameters<typeof nodeAt>[0], path: KeyPath): boolean {
  return path.length === 0 || nodeAt(document, path) !== nodeAt(document, path.slice(0, -1));
}
