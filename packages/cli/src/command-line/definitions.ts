import { definitionsIn, needsOf } from '@podlint/engine';
import { loadFiles, type LoadedFile } from '@podlint/workspace';
import type { LoadedResources } from '../judge/custom-resources.js';
import { UsageError } from './usage-error.js';

/**
 * What judges custom resources by the definitions in the files of a run, by those that `--crds` names, and by those of
 * well-known operators that are carried along. Undefined where there are none, and then nothing is loaded.
 */
export async function customResourcesFor(
  files: readonly LoadedFile[],
  named: readonly string[],
  cwd: string,
): Promise<LoadedResources | undefined> {
  const others = named.length === 0 ? [] : await definitionsOf(named, cwd);
  const own = files.flatMap((file) => (file.needs?.definitions === false ? [] : definitionsIn(file.source)));
  const definitions = [...own, ...others, ...(await carriedFor(files))];
  if (definitions.length === 0) return undefined;
  const { resourcesOf } = await import('../judge/custom-resources.js');
  return resourcesOf(definitions);
}

/** What was kept of a file is not read for it. */
async function carriedFor(files: readonly LoadedFile[]): Promise<object[]> {
  const groups = new Set(
    files.flatMap(({ source, needs }) => (needs ?? needsOf('text' in source ? source.text : '')).foreignGroups),
  );
  if (groups.size === 0) return [];
  const { carriedDefinitions } = await import('@podlint/crds');
  return carriedDefinitions(groups);
}

/** Throws UsageError for what cannot be read, and for a name that stands for no definition. */
async function definitionsOf(named: readonly string[], cwd: string): Promise<object[]> {
  const found: object[] = [];
  for (const name of named) {
    const { files, problems } = await loadFiles([name], { cwd });
    const [first, ...more] = problems.map(({ message }) => message);
    if (first !== undefined) throw new UsageError(first, ...more);
    const definitions = files.flatMap(({ source }) => definitionsIn(source));
    if (definitions.length === 0) throw new UsageError(`--crds "${name}": no CustomResourceDefinition was found there`);
    found.push(...definitions);
  }
  return found;
}
