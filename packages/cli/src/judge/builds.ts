import { isKustomizationName, type KustomizeBuilds } from '@podlint/engine';
import { DiskTree, type LoadedFile } from '@podlint/workspace';

/** What builds the kustomizations of a run; a run without any does not load it. */
export async function buildsFor(files: readonly LoadedFile[], cwd: string): Promise<KustomizeBuilds | undefined> {
  if (!files.some(({ source }) => isKustomizationName(source.path))) return undefined;
  const { createBuilds } = await import('@podlint/engine/builds');
  return createBuilds(new DiskTree(cwd));
}
