/** What kustomizations make of the files of a run. Loads the builder. */
export { createBuilds } from './run-builds.js';
export { Takers } from './takers.js';
export type { BuildTree } from './tree.js';
export { FileTree, type FileSource, type Found } from '@podlint/kustomize/project';
