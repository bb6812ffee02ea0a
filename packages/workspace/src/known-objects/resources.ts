import type { CustomResources, KnownAdmission } from '@podlint/engine';
import { definedResources, runAdmission } from '@podlint/policy';
import { digest } from '../cache/digest.js';

/** Objects by which others are judged, as JSON. */
export interface KnownObjects {
  /** CustomResourceDefinitions. */
  readonly definitions: readonly object[];
  /** Policies, their params, LimitRanges and their like; undefined: nothing decides on others. */
  readonly admission?: KnownAdmission;
}

/** What judges objects by others, and those others, of which another thread makes the same. */
export interface LoadedResources extends CustomResources {
  readonly known: KnownObjects;
}

/** Loaded only by those who have met such an object. */
export function resourcesOf(known: KnownObjects): LoadedResources {
  const { definitions, admission } = known;
  let name: string | undefined;
  return {
    ...definedResources(definitions),
    known,
    admission: admission && runAdmission({ definitions, ...admission }),
    // Only the cache asks for it.
    get name() {
      return (name ??= digest('known objects', JSON.stringify(known)));
    },
  };
}
