import type { CustomResources } from '@podlint/engine';
import { definedResources, runAdmission, type RunObjects } from '@podlint/policy';
import { digest } from '../cache/digest.js';

/** Objects by which others are judged, as JSON. */
export interface KnownObjects {
  /** CustomResourceDefinitions. */
  readonly definitions: readonly object[];
  /** Policies, their params, LimitRanges and their like; undefined: nothing decides on others. */
  readonly admission?: Pick<RunObjects, 'known'> & { readonly all: readonly object[] };
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
    admission: admission && admissionOf(definitions, admission),
    // Only the cache asks for it.
    get name() {
      return (name ??= digest('known objects', JSON.stringify(known)));
    },
  };
}

function admissionOf(
  definitions: readonly object[],
  { known, all }: NonNullable<KnownObjects['admission']>,
): CustomResources['admission'] {
  const admission = runAdmission({ definitions, known, all });
  return {
    judge: (object, minor) => admission.judge(object as Record<string, unknown>, minor),
    explain: (object, minor) => admission.explain(object as Record<string, unknown>, minor),
    fillLimits: (kind, object, minor) => {
      admission.fillLimits(kind, object, minor);
    },
  };
}
