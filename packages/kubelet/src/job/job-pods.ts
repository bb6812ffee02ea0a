import type { JobPod, JobSettings } from './job-facts.js';

function hasEnded({ phase }: JobPod): boolean {
  return phase === 'Succeeded' || phase === 'Failed';
}

/** IsPodActive and IsPodTerminating, pkg/controller/controller_utils.go. */
export function isActive(pod: JobPod): boolean {
  return !hasEnded(pod) && !pod.terminating;
}

export function isTerminating(pod: JobPod): boolean {
  return !hasEnded(pod) && pod.terminating === true;
}

/** IsPodFailed, pkg/controller/job/job_controller.go. */
export function isFailed({ phase, terminating }: JobPod, { replacesFailedOnly }: JobSettings): boolean {
  return phase === 'Failed' || (!replacesFailedOnly && terminating === true && phase !== 'Succeeded');
}

/** One without an index, or with one that the Job does not have, is not counted. */
export function hasValidIndex({ index }: JobPod, { indexed, completions = 0 }: JobSettings): boolean {
  return !indexed || (index !== undefined && index < completions);
}

/** When one that is being deleted, and has not ended, was deleted; the facts do not tell it. */
const deletedAgo = 5;

/** GetFinishedTime, pkg/controller/job/backoff_utils.go: of its containers, of its deletion, of its making. */
export function endedAgo({ finishedAgo, terminating, age }: JobPod): number {
  return finishedAgo ?? (terminating ? deletedAgo : age);
}

/** The order in which Pods are given up (ActivePods, pkg/controller/controller_utils.go). */
export function byWorth(a: JobPod, b: JobPod): number {
  return (
    phaseRank(a) - phaseRank(b) ||
    Number(a.ready ?? false) - Number(b.ready ?? false) ||
    (b.restarts ?? 0) - (a.restarts ?? 0) ||
    a.age - b.age
  );
}

function phaseRank({ phase }: JobPod): number {
  return phase === 'Running' ? 2 : phase === 'Pending' ? 0 : 1;
}
