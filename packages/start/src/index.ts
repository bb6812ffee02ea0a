/** How a published bundle starts: the scripts it is made of, with what V8 made of them in an earlier run. */
export { keptScripts } from './kept-scripts.js';
export { removeUnused, userCache } from './user-cache.js';
