import type { Decoded, FieldPath, core } from '@podlint/model';
import type { PodVolumes } from '../volumes/index.js';
import { containerResourceNames } from './resource-names.js';
import type { ResourceOwner } from './resources.js';

export type Container = Decoded<core.Container>;
export type EphemeralContainer = Decoded<core.EphemeralContainer>;
export type PodSpec = Decoded<core.PodSpec>;

/** What the checks of a container need to know about its pod. */
export interface PodFacts {
  readonly spec: PodSpec;
  readonly specPath: FieldPath;
  /** The sound volumes by name: a mount of a broken one is "not found". */
  readonly volumes: PodVolumes;
  readonly resourceOwner: ResourceOwner;
  /** False: the pod has a user namespace of its own. */
  readonly hostUsers: boolean;
}

const noNames: ReadonlySet<string> = new Set();

export function gatherPodFacts(spec: PodSpec, volumes: PodVolumes, specPath: FieldPath): PodFacts {
  const resourceOwner: ResourceOwner = { names: containerResourceNames, claimNames: resourceClaimNames(spec) };
  return { spec, specPath, volumes, resourceOwner, hostUsers: spec.hostUsers !== false };
}

/** The names that the claims of a pod's containers can refer to (gatherPodResourceClaimNames). */
export function resourceClaimNames(spec: PodSpec): ReadonlySet<string> {
  const claims = spec.resourceClaims;
  if (!claims?.length) return noNames;
  return new Set(claims.flatMap((claim) => claim.name || []));
}
