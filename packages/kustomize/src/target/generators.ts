import { Absorber } from '../generate/absorb.js';
import { hasOrigin, setOrigin } from '../resource/origin-annotations.js';
import type { Accumulator } from './accumulator.js';
import { builtinGenerators } from './builtin-generators.js';
import { externalGenerators } from './external.js';
import type { Layer } from './layer.js';

/** Puts in what the generators of a kustomization make (kusttarget.go, runGenerators). */
export function runGenerators(layer: Layer, { map }: Accumulator): void {
  const generators = [...builtinGenerators(layer), ...externalGenerators(layer, map)];
  if (generators.length === 0) return;
  const absorber = new Absorber(map);
  for (const { generate, origin } of generators) {
    map.attempt(() => {
      const resources = generate();
      if (origin) for (const resource of resources) if (!hasOrigin(resource)) setOrigin(resource, origin);
      absorber.absorb(resources);
    }, 'adds');
  }
}
