import type { JobLifeEvent } from '@podlint/kubelet/life';
import { countOf } from './count-of.js';

/** What happens, and to whom; undefined: a detail that only the data tells. */
export function jobEventWords(event: JobLifeEvent): { readonly who: string; readonly what: string } | undefined {
  if ('job' in event) return jobStatusWords(event.job);
  const what = podEventWords(event);
  return what === undefined ? undefined : { who: event.pod, what };
}

type JobStatus = Extract<JobLifeEvent, { job: object }>['job'];

function jobStatusWords(status: JobStatus) {
  const words = Object.entries(status).flatMap(([field, value]) => {
    if (value === null) return [];
    if (field === 'succeeded' || field === 'failed') return [`${countOf(Number(value), 'Pod')} ${field}`];
    if (field === 'gone') return [`the object is removed with its Pods: ${value} is over`];
    if (field === 'failedIndexes') return [`failed indexes ${value}`];
    return field.startsWith('condition ') ? conditionWords(field.slice('condition '.length), `${value}`) : [];
  });
  return words.length > 0 ? { who: 'Job', what: words.join(', ') } : undefined;
}

/** `Complete (CompletionsReached)` */
function conditionWords(type: string, text: string): string[] {
  const [status, reason] = text.split(' ');
  return status === 'True' ? [`${type}${reason ? ` (${reason})` : ''}`] : [];
}

function podEventWords(event: Exclude<JobLifeEvent, { job: object }>): string | undefined {
  if ('status' in event)
    return typeof event.status['phase'] === 'string' ? `phase ${event.status['phase']}` : undefined;
  if ('process' in event) return containerWords(event);
  switch (event.event) {
    case 'created':
      return event.index === undefined ? 'is made' : `is made, for index ${event.index}`;
    case 'deleted':
      return 'is deleted';
    default:
      return 'is removed';
  }
}

function containerWords({ process, event, n, code }: Extract<JobLifeEvent, { process: string }>): string | undefined {
  if (event === 'exit') return `${process} exits with code ${code}`;
  if (event === 'start') return n === 0 ? undefined : `${process} starts again (restart ${n})`;
  if (event === 'SIGKILL') return `${process} gets SIGKILL: its grace period is over`;
  return event === 'pullFailed' ? `the image of ${process} could not be pulled` : undefined;
}
