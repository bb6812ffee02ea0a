import type { CustomResources } from '@podlint/engine';
import { definedResources } from '@podlint/policy';
import { digest } from '@podlint/workspace';

/** What judges custom resources, and the definitions that another thread makes the same of. */
export interface LoadedResources extends CustomResources {
  readonly definitions: readonly object[];
}

/** Loaded only by those who have met a definition. */
export function resourcesOf(definitions: readonly object[]): LoadedResources {
  let name: string | undefined;
  return {
    ...definedResources(definitions),
    definitions,
    // Only the cache asks for it.
    get name() {
      return (name ??= digest('definitions', JSON.stringify(definitions)));
    },
  };
}
