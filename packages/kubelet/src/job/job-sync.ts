import { backOffRecord } from './back-off.js';
import { countsAsFailure } from './failure-policy.js';
import {
  type BackOffRecord,
  type JobCondition,
  type JobFacts,
  type JobPod,
  type JobSettings,
  settingsOf,
} from './job-facts.js';
import { hasValidIndex, isActive, isFailed, isTerminating } from './job-pods.js';
import { indexesOf, lastFailedPods } from './sync-indexes.js';

/** One sync under way (syncJobCtx, pkg/controller/job/job_controller.go). */
export interface JobSync {
  readonly settings: JobSettings;
  readonly facts: JobFacts;
  readonly pods: readonly JobPod[];
  readonly activePods: readonly JobPod[];
  readonly backOff: BackOffRecord;
  /** Those of before and the new ones. */
  readonly succeeded: number;
  readonly failed: number;
  readonly succeededIndexes: ReadonlySet<number>;
  readonly failedIndexes: ReadonlySet<number>;
  /** With backoffLimitPerIndex: the failed Pod of an index that is kept until its replacement is there. */
  readonly lastFailedOf: ReadonlyMap<number, JobPod>;
  /** Seconds; undefined: suspended before its first start. */
  startedAgo: number | undefined;
  active: number;
  ready: number;
  terminating: number;
  /** How it ends, or begins to end. */
  finished: JobCondition | undefined;
  conditions: JobCondition[];
  created: { readonly index?: number; readonly indexFailureCount?: number }[];
  readonly deleted: string[];
  readonly syncAfter: number[];
}

export function beginSync(facts: JobFacts): JobSync {
  const settings = settingsOf(facts.job);
  const pods = settings.indexed ? facts.pods.toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1)) : facts.pods;
  const valid = pods.filter((pod) => !pod.counted && hasValidIndex(pod, settings));
  const newSucceeded = valid.filter(({ phase }) => phase === 'Succeeded');
  const newFailed = valid.filter((pod) => isFailed(pod, settings));
  const activePods = pods.filter(isActive);
  const indexes = indexesOf(facts, settings, newSucceeded, newFailed);
  return {
    settings,
    facts,
    pods,
    activePods,
    backOff: backOffRecord(facts.backOff, newSucceeded, newFailed),
    succeeded: settings.indexed ? indexes.succeededIndexes.size : (facts.status.succeeded ?? 0) + newSucceeded.length,
    failed: (facts.status.failed ?? 0) + newFailed.filter((pod) => countsAsFailure(pod, settings)).length,
    ...indexes,
    lastFailedOf: lastFailedPods(settings, newFailed, activePods, indexes),
    startedAgo: facts.status.startedAgo ?? (settings.suspended ? undefined : 0),
    active: activePods.length,
    ready: activePods.filter(({ ready }) => ready).length,
    terminating: pods.filter(isTerminating).length,
    finished: undefined,
    conditions: [...(facts.status.conditions ?? [])],
    created: [],
    deleted: [],
    syncAfter: [],
  };
}
