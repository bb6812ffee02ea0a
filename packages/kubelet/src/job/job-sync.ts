import { backOffRecord } from './back-off.js';
import { countsAsFailure, failsIndex } from './failure-policy.js';
import { parseIndexes } from './index-set.js';
import {
  type BackOffRecord,
  type JobCondition,
  type JobFacts,
  type JobPod,
  type JobSettings,
  settingsOf,
} from './job-facts.js';
import { endedAgo, hasValidIndex, isActive, isFailed, isTerminating } from './job-pods.js';

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

interface Indexes {
  readonly succeededIndexes: ReadonlySet<number>;
  readonly failedIndexes: ReadonlySet<number>;
}

function indexesOf(
  { status }: JobFacts,
  settings: JobSettings,
  succeeded: readonly JobPod[],
  failed: readonly JobPod[],
): Indexes {
  const { indexed, completions = 0, perIndexLimit } = settings;
  if (!indexed) return { succeededIndexes: new Set(), failedIndexes: new Set() };
  const succeededIndexes = parseIndexes(status.completedIndexes, completions);
  for (const { index } of succeeded) if (index !== undefined) succeededIndexes.add(index);
  const failedIndexes = parseIndexes(status.failedIndexes, completions);
  for (const pod of perIndexLimit === undefined ? [] : failed)
    if (pod.index !== undefined && hasFailedIndex(pod, settings)) failedIndexes.add(pod.index);
  return { succeededIndexes, failedIndexes };
}

/** IsIndexFailed, pkg/controller/job/indexed_job_utils.go. */
function hasFailedIndex(pod: JobPod, settings: JobSettings): boolean {
  if (failsIndex(pod, settings)) return true;
  return countsAsFailure(pod, settings) && (pod.indexFailureCount ?? 0) >= (settings.perIndexLimit ?? Infinity);
}

/** GetPodsWithDelayedDeletionPerIndex, pkg/controller/job/indexed_job_utils.go. */
function lastFailedPods(
  { perIndexLimit }: JobSettings,
  failed: readonly JobPod[],
  active: readonly JobPod[],
  { succeededIndexes, failedIndexes }: Indexes,
): ReadonlyMap<number, JobPod> {
  const last = new Map<number, JobPod>();
  if (perIndexLimit === undefined) return last;
  const taken = new Set(active.map(({ index }) => index));
  for (const pod of failed) {
    const { index } = pod;
    if (index === undefined || succeededIndexes.has(index) || failedIndexes.has(index) || taken.has(index)) continue;
    const before = last.get(index);
    if (!before || isLater(pod, before)) last.set(index, pod);
  }
  return last;
}

function isLater(pod: JobPod, before: JobPod): boolean {
  return (before.indexFailureCount ?? 0) <= (pod.indexFailureCount ?? 0) && endedAgo(pod) <= endedAgo(before);
}
