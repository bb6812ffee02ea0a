import { smallest } from '@podlint/plain';
import type { BackOffRecord, JobPod } from './job-facts.js';
import { endedAgo } from './job-pods.js';

/** DefaultJobPodFailureBackOff and MaxJobPodFailureBackOff, pkg/controller/job/job_controller.go. */
const firstBackOff = 10;
const longestBackOff = 600;

/** Seconds to wait after so many failures in a row, the last of them so long ago. */
export function remainingBackOff(failures: number, lastFailureAgo: number): number {
  if (failures === 0) return 0;
  return Math.max(0, Math.min(firstBackOff * 2 ** (failures - 1), longestBackOff) - lastFailureAgo);
}

/** NewBackoffRecord: a success begins anew. */
export function backOffRecord(
  before: BackOffRecord = { failures: 0, lastFailureAgo: Infinity },
  succeeded: readonly JobPod[],
  failed: readonly JobPod[],
): BackOffRecord {
  const lastSuccessAgo = smallest(succeeded.map(endedAgo));
  const since = failed.map(endedAgo).filter((ago) => ago < lastSuccessAgo);
  const kept = succeeded.length > 0 ? 0 : before.failures;
  const lastFailureAgo = since.length > 0 || succeeded.length > 0 ? smallest(since) : before.lastFailureAgo;
  return { failures: kept + since.length, lastFailureAgo };
}
