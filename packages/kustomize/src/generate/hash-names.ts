import type { Step } from '../origin/place.js';
import { Internal } from '../resource/annotations.js';
import type { Transform } from '../transform/context.js';
import { contentHash } from './hash.js';

/** Appends the hash of their contents to the names of generated objects (HashTransformer.go). */
export function contentHashTransform(step: Step): Transform {
  return (map) => {
    for (const resource of map.list) {
      if (!resource.isEnabled(Internal.needsHashSuffix)) continue;
      const hash = contentHash(resource.node);
      resource.storePreviousId();
      resource.setName(`${resource.name}-${hash}`, step);
    }
  };
}
