import type { Decoded, batch } from '@podlint/model';

export type JobSpec = Decoded<batch.JobSpec>;

export interface JobCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string | undefined;
}

/** How a container of a Pod ended. */
export interface JobPodEnd {
  readonly container: string;
  readonly exitCode: number;
}

/** A Pod of the Job; times in seconds before now. */
export interface JobPod {
  readonly name: string;
  readonly age: number;
  readonly phase: string;
  readonly index?: number | undefined;
  readonly indexFailureCount?: number | undefined;
  readonly ready?: boolean | undefined;
  readonly restarts?: number | undefined;
  readonly finishedAgo?: number | undefined;
  /** Of its first container, where `ends` does not tell more. */
  readonly exitCode?: number | undefined;
  readonly ends?: readonly JobPodEnd[] | undefined;
  /** It has the condition DisruptionTarget. */
  readonly disrupted?: boolean | undefined;
  /** It has a deletionTimestamp. */
  readonly terminating?: boolean | undefined;
  /** An earlier sync counted it, and took its finalizer away. */
  readonly counted?: boolean | undefined;
}

/** The failures since the last success (backoffRecord, pkg/controller/job/backoff_utils.go). */
export interface BackOffRecord {
  readonly failures: number;
  /** Seconds before now. */
  readonly lastFailureAgo: number;
}

/** A Job as the controller finds it. */
export interface JobFacts {
  readonly job: JobSpec;
  readonly status: {
    /** Seconds; absent: not started. */
    readonly startedAgo?: number | undefined;
    readonly succeeded?: number | undefined;
    readonly failed?: number | undefined;
    readonly completedIndexes?: string | undefined;
    readonly failedIndexes?: string | undefined;
    readonly conditions?: readonly JobCondition[] | undefined;
  };
  readonly pods: readonly JobPod[];
  /** What the controller remembers of earlier syncs; absent: nothing. */
  readonly backOff?: BackOffRecord | undefined;
}

/** A Job's settings with the defaults of SetDefaults_Job (pkg/apis/batch/v1/defaults.go). */
export interface JobSettings {
  readonly spec: JobSpec;
  /** Undefined: the Job ends when any Pod succeeds. */
  readonly completions: number | undefined;
  readonly parallelism: number;
  readonly indexed: boolean;
  readonly backoffLimit: number;
  readonly perIndexLimit: number | undefined;
  readonly suspended: boolean;
  /** A Pod that is being deleted is no failure yet, and is not replaced yet. */
  readonly replacesFailedOnly: boolean;
}

export function settingsOf(spec: JobSpec): JobSettings {
  const single = spec.completions === undefined && spec.parallelism === undefined;
  return {
    spec,
    completions: spec.completions ?? (single ? 1 : undefined),
    parallelism: spec.parallelism ?? 1,
    indexed: spec.completionMode === 'Indexed',
    backoffLimit: spec.backoffLimit ?? (spec.backoffLimitPerIndex === undefined ? 6 : Infinity),
    perIndexLimit: spec.backoffLimitPerIndex,
    suspended: spec.suspend ?? false,
    replacesFailedOnly: spec.podReplacementPolicy === 'Failed' || spec.podFailurePolicy !== undefined,
  };
}
