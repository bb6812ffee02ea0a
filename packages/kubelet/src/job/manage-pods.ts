import { pushAll, smallest } from '@podlint/plain';
import { remainingBackOff } from './back-off.js';
import { countsAsFailure } from './failure-policy.js';
import type { JobPod, JobSettings } from './job-facts.js';
import { byWorth, endedAgo, isTerminating } from './job-pods.js';
import type { JobSync } from './job-sync.js';

/** MaxPodCreateDeletePerSync and SyncJobBatchPeriod, pkg/controller/job/job_controller.go. */
const mostPerSync = 500;
const soonestSync = 1;

/** ManageJob, pkg/controller/job/job_controller.go: removes Pods or makes some, never both in one sync. */
export function managePods(sync: JobSync): void {
  const { settings } = sync;
  if (settings.suspended) {
    removePods(sync, podsToRemove(sync, sync.active));
    return;
  }
  const wanted = wantedPods(sync);
  const surplus = podsToRemove(sync, Math.max(0, sync.active - wanted)).slice(0, mostPerSync);
  if (surplus.length > 0) removePods(sync, surplus);
  else makePods(sync, wanted - sync.active - (settings.replacesFailedOnly ? sync.terminating : 0));
}

function wantedPods({ settings: { completions, parallelism }, succeeded, active }: JobSync): number {
  if (completions === undefined) return succeeded > 0 ? active : parallelism;
  return Math.max(0, Math.min(completions - succeeded, parallelism));
}

/** DeleteActivePods and deleteJobPods. */
export function removePods(sync: JobSync, pods: readonly JobPod[]): void {
  pushAll(
    sync.deleted,
    pods.map(({ name }) => name),
  );
  sync.active -= pods.length;
  sync.terminating += pods.length;
  sync.ready -= pods.filter(({ ready }) => ready).length;
}

/** ActivePodsForRemoval: of an index that has several Pods all but the worthiest go, whatever number is asked for. */
function podsToRemove({ settings, activePods }: JobSync, atLeast: number): readonly JobPod[] {
  const removed = settings.indexed ? duplicates(activePods, settings) : [];
  if (removed.length >= atLeast) return removed;
  const left = activePods.filter((pod) => !removed.includes(pod)).sort(byWorth);
  return [...removed, ...left.slice(0, atLeast - removed.length)];
}

function duplicates(pods: readonly JobPod[], { completions = 0 }: JobSettings): JobPod[] {
  const indexes = [...new Set(pods.map(({ index }) => index))];
  return indexes.flatMap((index) => {
    const same = pods.filter((pod) => pod.index === index);
    return index === undefined || index >= completions ? same : same.sort(byWorth).slice(0, -1);
  });
}

function makePods(sync: JobSync, number: number): void {
  const { settings, backOff } = sync;
  if (number <= 0) return;
  const wait = settings.perIndexLimit === undefined ? remainingBackOff(backOff.failures, backOff.lastFailureAgo) : 0;
  if (wait > 0) {
    lookAgain(sync, wait);
    return;
  }
  const most = Math.min(number, mostPerSync);
  if (settings.indexed) makeIndexedPods(sync, most);
  else
    create(
      sync,
      Array.from({ length: most }, () => ({})),
    );
}

function lookAgain({ syncAfter }: JobSync, wait: number): void {
  syncAfter.push(Math.max(wait, soonestSync));
}

function create(sync: JobSync, pods: JobSync['created']): void {
  sync.created = pods;
  sync.active += pods.length;
}

function makeIndexedPods(sync: JobSync, number: number): void {
  const { settings, lastFailedOf } = sync;
  const indexes = pendingIndexes(sync, number);
  if (settings.perIndexLimit === undefined) {
    create(
      sync,
      indexes.map((index) => ({ index })),
    );
    return;
  }
  const due = indexes.map((index) => ({ index, wait: indexBackOff(lastFailedOf.get(index)) }));
  const now = due.filter(({ wait }) => wait === 0);
  if (now.length === 0 && due.length > 0) {
    lookAgain(sync, smallest(due.map(({ wait }) => wait)));
    return;
  }
  const failuresOf = (index: number) => failuresWith(lastFailedOf.get(index), settings);
  create(
    sync,
    now.map(({ index }) => ({ index, indexFailureCount: failuresOf(index) })),
  );
}

function indexBackOff(last: JobPod | undefined): number {
  return last ? remainingBackOff((last.indexFailureCount ?? 0) + 1, endedAgo(last)) : 0;
}

/** GetNewIndexFailureCounts: a failure that the policy ignores does not add. */
function failuresWith(last: JobPod | undefined, settings: JobSettings): number {
  if (!last) return 0;
  return (last.indexFailureCount ?? 0) + (countsAsFailure(last, settings) ? 1 : 0);
}

/** FirstPendingIndexes, pkg/controller/job/indexed_job_utils.go. */
function pendingIndexes(
  { settings, pods, activePods, succeededIndexes, failedIndexes }: JobSync,
  number: number,
): number[] {
  const { completions = 0, replacesFailedOnly } = settings;
  const waitedFor = replacesFailedOnly ? pods.filter(isTerminating) : [];
  const taken = new Set([...activePods, ...waitedFor].map(({ index }) => index));
  const pending: number[] = [];
  for (let index = 0; index < completions && pending.length < number; index++)
    if (!taken.has(index) && !succeededIndexes.has(index) && !failedIndexes.has(index)) pending.push(index);
  return pending;
}
