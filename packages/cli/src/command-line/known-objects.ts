import type { KnownDefinitions } from '@podlint/engine';
import type { LoadedFile } from '@podlint/workspace';
import {
  knownDefinitions,
  ObjectsError,
  type LoadedResources,
  type NamedObjects,
} from '@podlint/workspace/known-objects';
import { UsageError } from './usage-error.js';

/** What judges the objects of some files by others. Throws UsageError for what is named and cannot be read. */
export async function definitionsFor(
  files: readonly LoadedFile[],
  named: NamedObjects,
  cwd: string,
): Promise<KnownDefinitions<LoadedResources>> {
  try {
    return await knownDefinitions(files, named, cwd);
  } catch (error) {
    if (!(error instanceof ObjectsError)) throw error;
    const [first, ...more] = error.problems.map(({ message }) => message);
    throw new UsageError(first ?? error.message, ...more);
  }
}
