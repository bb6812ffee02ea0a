import { smallest } from '@podlint/plain';
import type { JobPod } from './job-facts.js';
import { endedAgo } from './job-pods.js';

/** DefaultJobPodFailureBackOff and MaxJobPodFailureBackOff, pkg/controller/job/job_controller.go. */
const firstBackOff = 10;
const longestBackOff = 600;

/** Seconds to wait after so many failures in a row, the last of them so long ago. */
export function remainingBackOff(failures: number, lastFailureAgo: number): number {
  if (failures === 0) return 0;
  return Math.max(0, Math.min(firstBackOff * 2 ** (failures - 1), longestBackOff) - lastFailureAgo);
}

/** For the next Pod of the Job: its failures since its last success (newBackoffRecord). */
export function jobBackOff(succeeded: readonly JobPod[], failed: readonly JobPod[]): number {
  const lastSuccessAgo = smallest(succeeded.map(endedAgo));
  const since = failed.map(endedAgo).filter((ago) => ago < lastSuccessAgo);
  return remainingBackOff(since.length, smallest(since));
}
