import { own } from '@podlint/plain';
import type { Kind } from '../kinds.js';
import type { Decoded, core } from '../types.js';

export type PodTemplate = Decoded<core.PodTemplateSpec>;

/**
 * The part of the object that has a pod's metadata and spec: the object itself for a Pod. Undefined where a field on
 * the way is missing.
 */
export function podTemplateOf(kind: Kind, object: object): PodTemplate | undefined {
  if (!kind.podTemplate) return undefined;
  let place: unknown = object;
  for (const field of kind.podTemplate) {
    if (typeof place !== 'object' || place === null) return undefined;
    place = own(place as Record<string, unknown>, field);
  }
  return place as PodTemplate | undefined;
}
