import type { PodPlugin, PodSpec } from './plugin.js';

/** plugin/pkg/admission/alwayspullimages: off unless a cluster turns it on. */
export const alwaysPullImages: PodPlugin = {
  admit({ spec = {} }) {
    for (const container of containersOf(spec)) container.imagePullPolicy = 'Always';
    for (const { image } of spec.volumes ?? []) if (image) image.pullPolicy = 'Always';
    return undefined;
  },
};

function containersOf({ initContainers = [], containers = [], ephemeralContainers = [] }: PodSpec) {
  return [...initContainers, ...containers, ...ephemeralContainers];
}
