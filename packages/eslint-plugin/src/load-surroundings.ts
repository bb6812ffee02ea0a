import { createRequire } from 'node:module';

/**
 * What only cross-file settings need. Rules cannot wait, so it is loaded in the way that does not: a module is required
 * (Node 20.19), from beside this one, in the bundle as well.
 */
export function loadSurroundings(): typeof import('./surroundings.js') {
  return createRequire(import.meta.url)('./surroundings.js') as typeof import('./surroundings.js');
}
