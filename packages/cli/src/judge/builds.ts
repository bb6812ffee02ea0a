import { isKustomizationName, type KustomizeBuilds } from '@podlint/engine';
import type { BuildTree } from '@podlint/engine/builds';
import type { LoadedFile } from '@podlint/workspace';
import { collectOften } from './collect-often.js';
import { loadLateChecks } from './late-checks.js';

/** What builds the kustomizations of a run; a run without any does not load it. */
export async function buildsFor(
  files: readonly Pick<LoadedFile, 'source'>[],
  tree: BuildTree,
): Promise<KustomizeBuilds | undefined> {
  if (!files.some(({ source }) => isKustomizationName(source.path))) return undefined;
  // What is built is large while it is made, and most of it is of no use afterwards.
  collectOften();
  // A build takes in files that are none of the run's.
  const [{ createBuilds }] = await Promise.all([import('@podlint/engine/builds'), loadLateChecks()]);
  return createBuilds(tree);
}
