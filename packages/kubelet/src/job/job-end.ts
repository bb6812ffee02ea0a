import { failsJob } from './failure-policy.js';
import type { JobCondition } from './job-facts.js';
import { isFailed } from './job-pods.js';
import type { JobSync } from './job-sync.js';
import { meetsSuccessPolicy } from './success-policy.js';

/**
 * How the Job ends, in the order in which the controller asks: what was decided before, the failure policy, the limits,
 * the indexes, the success policy. Completions are asked only after Pods have been made or removed.
 */
export function decideEnd(sync: JobSync): JobCondition | undefined {
  return (
    decidedBefore(sync) ?? failedByPolicy(sync) ?? pastLimit(sync) ?? failedByIndexes(sync) ?? succeededByPolicy(sync)
  );
}

function decidedBefore({ conditions }: JobSync): JobCondition | undefined {
  const holds = (type: string) =>
    conditions.find((condition) => condition.type === type && condition.status === 'True');
  const success = holds('SuccessCriteriaMet');
  if (success) return success;
  const target = holds('FailureTarget');
  return target && { type: 'Failed', status: 'True', reason: target.reason };
}

function failure(reason: string): JobCondition {
  return { type: 'FailureTarget', status: 'True', reason };
}

function failedByPolicy({ settings, pods }: JobSync): JobCondition | undefined {
  const failing = pods.some((pod) => isFailed(pod, settings) && failsJob(pod, settings));
  return failing ? failure('PodFailurePolicy') : undefined;
}

function pastLimit(sync: JobSync): JobCondition | undefined {
  const { settings, failed, startedAgo, syncAfter } = sync;
  if (failed > settings.backoffLimit || pastRestarts(sync)) return failure('BackoffLimitExceeded');
  const deadline = settings.suspended ? undefined : settings.spec.activeDeadlineSeconds;
  if (deadline === undefined || startedAgo === undefined) return undefined;
  if (startedAgo >= deadline) return failure('DeadlineExceeded');
  syncAfter.push(deadline - startedAgo);
  return undefined;
}

/** With OnFailure the restarts within Pods count as well (pastBackoffLimitOnFailure). */
function pastRestarts({ settings: { spec, backoffLimit }, pods }: JobSync): boolean {
  if (spec.template?.spec?.restartPolicy !== 'OnFailure') return false;
  const alive = pods.filter(({ phase }) => phase === 'Running' || phase === 'Pending');
  const restarts = alive.reduce((sum, pod) => sum + (pod.restarts ?? 0), 0);
  return restarts >= Math.max(backoffLimit, 1);
}

function failedByIndexes({ settings, failedIndexes, succeededIndexes }: JobSync): JobCondition | undefined {
  const { spec, completions = 0, perIndexLimit } = settings;
  if (perIndexLimit === undefined) return undefined;
  if (failedIndexes.size > (spec.maxFailedIndexes ?? Infinity)) return failure('MaxFailedIndexesExceeded');
  const allEnded = failedIndexes.size + succeededIndexes.size >= completions;
  return failedIndexes.size > 0 && allEnded ? failure('FailedIndexes') : undefined;
}

function succeededByPolicy({ settings, succeededIndexes }: JobSync): JobCondition | undefined {
  if (!settings.indexed || !meetsSuccessPolicy(settings, succeededIndexes)) return undefined;
  return { type: 'SuccessCriteriaMet', status: 'True', reason: 'SuccessPolicy' };
}
