import { addTransformation } from '../resource/origin-annotations.js';
import type { Transformer } from '../transform/context.js';
import type { Accumulator } from './accumulator.js';
import { builtinTransformers } from './builtin-transformers.js';
import { externalTransformers } from './external.js';
import { placed } from './kustomization-file.js';
import type { Layer } from './layer.js';

/** Changes what was gathered (kusttarget.go, runTransformers). */
export function runTransformers(layer: Layer, gathered: Accumulator): void {
  const transformers: Transformer[] = [
    ...builtinTransformers(layer, gathered.config),
    ...externalTransformers(layer, placed(layer.file.fields.transformers, ['transformers']), gathered.map),
  ];
  for (const { transform, origin } of transformers) {
    gathered.map.attempt(() => transform(gathered.map));
    gathered.map.dropEmpty();
    if (origin) for (const resource of gathered.map.list) addTransformation(resource, origin);
  }
}
