import type { PodSpec } from '../restart-policy.js';
import type { Condition } from '../pod-status/index.js';

/** The Pod's object, as the API server has it. */
export interface LivePod {
  readonly spec: PodSpec;
  /** Of the deletion, as the sync that is under way knows of it; undefined: it has no deletionTimestamp. */
  deletionGrace: number | undefined;
  /** Those that others write: readiness gates. */
  otherConditions: readonly Condition[];
}

/** SetDefaults_PodSpec, pkg/apis/core/v1/defaults.go. */
const defaultGrace = 30;

export function graceOf({ terminationGracePeriodSeconds }: PodSpec): number {
  return terminationGracePeriodSeconds ?? defaultGrace;
}
