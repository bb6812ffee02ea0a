import { countsAsFailure, failsIndex } from './failure-policy.js';
import { parseIndexes } from './index-set.js';
import type { JobFacts, JobPod, JobSettings } from './job-facts.js';
import { endedAgo } from './job-pods.js';

interface Indexes {
  readonly succeededIndexes: ReadonlySet<number>;
  readonly failedIndexes: ReadonlySet<number>;
}

/** The indexes that have ended, with those that end in this sync. */
export function indexesOf(
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
export function lastFailedPods(
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
