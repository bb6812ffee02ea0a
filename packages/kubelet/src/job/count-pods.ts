import { countsAsFailure } from './failure-policy.js';
import type { JobPod } from './job-facts.js';
import { hasValidIndex, isFailed } from './job-pods.js';
import type { JobSync } from './job-sync.js';

/** What trackJobStatusAndRemoveFinalizers (pkg/controller/job/job_controller.go) adds to the counters of the status. */
export function countPods(sync: JobSync): {
  readonly succeeded: number;
  readonly failed: number;
  readonly counted: readonly JobPod[];
} {
  const { settings, facts, pods } = sync;
  const counted = pods.filter((pod) => !pod.counted && mayBeCounted(sync, pod));
  const failed = counted.filter((pod) => pod.phase !== 'Succeeded' && countsAsFailed(sync, pod));
  return {
    succeeded: settings.indexed
      ? sync.succeeded
      : (facts.status.succeeded ?? 0) + counted.filter(({ phase }) => phase === 'Succeeded').length,
    failed: (facts.status.failed ?? 0) + failed.length,
    counted,
  };
}

/** CanRemoveFinalizer: the last failed Pod of an index waits for its replacement. */
function mayBeCounted({ settings, finished, lastFailedOf }: JobSync, pod: JobPod): boolean {
  if (finished || pod.phase === 'Succeeded') return true;
  return isFailed(pod, settings) && !(pod.index !== undefined && lastFailedOf.get(pod.index) === pod);
}

/** Once the Job has failed, whatever still runs has failed. */
function countsAsFailed({ settings, finished }: JobSync, pod: JobPod): boolean {
  const over = finished !== undefined && finished.type !== 'SuccessCriteriaMet';
  if (!isFailed(pod, settings) && !over) return false;
  return hasValidIndex(pod, settings) && countsAsFailure(pod, settings);
}
