import { countPods } from './count-pods.js';
import { formatIndexes } from './index-set.js';
import { decideEnd } from './job-end.js';
import type { BackOffRecord, JobCondition, JobFacts, JobPod } from './job-facts.js';
import { type JobSync, beginSync } from './job-sync.js';
import { managePods, removePods } from './manage-pods.js';

/** The status that the controller writes, what it does, and when it wants to look again (seconds from now). */
export interface JobVerdict {
  readonly active: number;
  readonly ready?: number;
  readonly terminating?: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly completedIndexes?: string;
  readonly failedIndexes?: string;
  readonly conditions: readonly JobCondition[];
  /** How many Pods; of an Indexed Job which. */
  readonly create: number | readonly { readonly index?: number; readonly indexFailureCount?: number }[];
  readonly delete: readonly string[];
  readonly syncAfter?: readonly number[];
}

/**
 * One syncJob of the Job controller of 1.36 (pkg/controller/job/job_controller.go). Counting Pods, deciding the end and
 * deleting take several: FailureTarget and SuccessCriteriaMet come first, Failed and Complete once no Pod is left to wait
 * for.
 */
export function syncJob(facts: JobFacts): JobVerdict {
  return runSync(facts).verdict;
}

/** A sync with what the controller remembers of it. */
export interface JobSyncResult {
  readonly verdict: JobVerdict;
  /** The Pods that were counted, or given up. */
  readonly done: readonly JobPod[];
  readonly backOff: BackOffRecord;
  readonly startedAgo: number | undefined;
}

export function runSync(facts: JobFacts): JobSyncResult {
  const sync = beginSync(facts);
  sync.finished = decideEnd(sync);
  if (sync.finished) removePods(sync, sync.activePods);
  else manage(sync);
  const { counted, ...counters } = countPods(sync);
  writeEnd(sync);
  const removed = sync.pods.filter(({ name }) => sync.deleted.includes(name));
  return {
    verdict: { ...counters, ...verdictOf(sync) },
    done: [...counted, ...removed],
    backOff: sync.backOff,
    startedAgo: sync.startedAgo,
  };
}

function manage(sync: JobSync): void {
  managePods(sync);
  const { completions } = sync.settings;
  const complete = sync.active === 0 && sync.succeeded >= (completions ?? 1);
  if (complete) sync.finished = { type: 'SuccessCriteriaMet', status: 'True', reason: 'CompletionsReached' };
  else writeSuspension(sync);
}

function writeSuspension(sync: JobSync): void {
  const { suspended } = sync.settings;
  if (suspended) put(sync, { type: 'Suspended', status: 'True', reason: 'JobSuspended' });
  else if (sync.conditions.some(({ type }) => type === 'Suspended'))
    put(sync, { type: 'Suspended', status: 'False', reason: 'JobResumed' });
}

/** EnsureJobConditionStatus: each type once. */
function put(sync: JobSync, condition: JobCondition): void {
  const place = sync.conditions.findIndex(({ type }) => type === condition.type);
  if (place < 0) sync.conditions.push(condition);
  else sync.conditions[place] = condition;
}

/** Complete and Failed wait for the Pods that are being deleted. */
function writeEnd(sync: JobSync): void {
  const { finished, terminating } = sync;
  if (!finished) return;
  if (finished.type !== 'Failed') put(sync, finished);
  if (terminating > 0) return;
  put(sync, { ...finished, type: finished.type === 'SuccessCriteriaMet' ? 'Complete' : 'Failed' });
}

function verdictOf(sync: JobSync): Omit<JobVerdict, 'succeeded' | 'failed'> {
  const { settings, active, ready, terminating, conditions, created, deleted, syncAfter } = sync;
  const completedIndexes = formatIndexes(sync.succeededIndexes);
  const failedIndexes = formatIndexes(sync.failedIndexes);
  return {
    active,
    ...(ready > 0 && { ready }),
    ...(terminating > 0 && { terminating }),
    ...(completedIndexes && { completedIndexes }),
    ...(failedIndexes && { failedIndexes }),
    conditions,
    create: settings.indexed ? created : created.length,
    delete: deleted.toSorted(),
    ...(syncAfter.length > 0 && { syncAfter: syncAfter.toSorted((a, b) => a - b) }),
  };
}
