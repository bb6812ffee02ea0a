import type { JobOutcome, JobSpec } from '@podlint/kubelet/life';
import { seconds } from '../timeline/numbers.js';
import { countOf } from './count-of.js';
import type { ToldJobLife } from './told-life.js';

/** What becomes of the Job, in a sentence or two. */
export function jobSentence({ outcome, job }: ToldJobLife): string {
  const { end } = outcome;
  if (!end) return outcome.isSuspended ? suspended : openWords(outcome);
  const at = seconds(Math.round(end.at * 10) / 10);
  const ended =
    end.type === 'Complete'
      ? `The Job is Complete after ${at}: ${completeWords(end.reason, outcome)}.${cutWords(outcome)}`
      : `The Job is Failed after ${at}: ${failureWords(end.reason, outcome, job)}.`;
  return ended + removalWords(job);
}

function removalWords({ ttlSecondsAfterFinished: ttl }: JobSpec): string {
  if (ttl === undefined) return '';
  const when = ttl === 0 ? 'At once' : `${seconds(ttl)} later`;
  return ` ${when} it is removed with its Pods and their logs (ttlSecondsAfterFinished).`;
}

const suspended = 'The Job is suspended: it makes no Pod until somebody sets suspend to false.';

/** An unfinished Pod that ends with code 0 on SIGTERM is taken for one that has done its work. */
function cutWords({ cutShort: [first, ...others] }: JobOutcome): string {
  if (first === undefined) return '';
  const pods = others.length === 0 ? first : `${first} and ${others.length} more`;
  return ` ${pods} ended with code 0 when deleted, which counts as success though the work was cut short.`;
}

function tally({ succeeded, failed }: JobOutcome): string {
  const failures = failed > 0 ? `, and ${failed} failed` : '';
  return `${countOf(succeeded, 'Pod')} succeeded${failures}`;
}

function openWords(outcome: JobOutcome): string {
  const minutes = Math.round(outcome.horizon / 60);
  const waits = outcome.waits.map(({ pod, container, reason }) => ` ${container} of ${pod} waits (${reason}).`);
  return `The Job does not end in the first ${countOf(minutes, 'minute')}: ${tally(outcome)}.${waits.slice(0, 1).join('')}`;
}

function completeWords(reason: string, outcome: JobOutcome): string {
  return reason === 'SuccessPolicy' ? `its successPolicy is met; ${tally(outcome)}` : tally(outcome);
}

function failureWords(reason: string, outcome: JobOutcome, job: JobSpec): string {
  const { failed, failedIndexes = '', lastFailure } = outcome;
  switch (reason) {
    case 'BackoffLimitExceeded':
      return limitWords(failed, job);
    case 'DeadlineExceeded':
      return `its activeDeadlineSeconds (${job.activeDeadlineSeconds}) are over, and the Pods that still ran were deleted`;
    case 'PodFailurePolicy':
      return lastFailure
        ? `${lastFailure.container} of ${lastFailure.pod} ended with code ${lastFailure.code}, and podFailurePolicy then fails the Job`
        : 'podFailurePolicy fails it for how a Pod ended';
    case 'MaxFailedIndexesExceeded':
      return `more indexes failed (${failedIndexes}) than maxFailedIndexes (${job.maxFailedIndexes}) allows`;
    case 'FailedIndexes':
      return `each index has ended, and these failed: ${failedIndexes} (backoffLimitPerIndex is ${job.backoffLimitPerIndex})`;
    default:
      return reason;
  }
}

/** With OnFailure the restarts within a Pod count (pastBackoffLimitOnFailure, pkg/controller/job/job_controller.go). */
function limitWords(failed: number, { backoffLimit = 6, template }: JobSpec): string {
  if (template?.spec?.restartPolicy === 'OnFailure')
    return `its containers were restarted as often as backoffLimit (${backoffLimit}) allows, and its Pod was deleted`;
  return `${countOf(failed, 'Pod')} failed, and backoffLimit is ${backoffLimit}`;
}

/** How sure the moments are, and for which controller. */
export const jobCaution =
  'The Job controller looks at most once a second, and so does the kubelet; a range is what chance leaves open beyond that. ' +
  'The times hold for Kubernetes 1.36 with its defaults, if every Pod finds a node at once, and for an API server and a container runtime that take no time.';
