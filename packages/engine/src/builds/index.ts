/** What kustomizations make of the files of a run. Loads the builder. */
export { MemoryTree } from './memory-tree.js';
export { createBuilds } from './run-builds.js';
export { Takers } from './takers.js';
export type { BuildTree } from './tree.js';
export type { FileSource, Found } from '@podlint/kustomize/project';
