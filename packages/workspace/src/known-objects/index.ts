export { knownDefinitions, means, type NamedObjects } from './gather.js';
export { ObjectsError } from './objects-error.js';
export type { KnownObjects, LoadedResources } from './resources.js';

/** Makes in another thread what a first one has; loaded only by those who have met such an object. */
export async function loadResources(
  known: import('./resources.js').KnownObjects,
): Promise<import('./resources.js').LoadedResources> {
  const { resourcesOf } = await import('./resources.js');
  return resourcesOf(known);
}
