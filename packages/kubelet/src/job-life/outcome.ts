import { joinedFields } from '@podlint/plain';
import type { JobLifeEvent } from './job-life.js';

/** What a Job's life comes to; moments in seconds. */
export interface JobOutcome {
  /** Undefined: it does not end in what is told. */
  readonly end: { readonly type: 'Complete' | 'Failed'; readonly at: number; readonly reason: string } | undefined;
  readonly isSuspended: boolean;
  readonly succeeded: number;
  readonly failed: number;
  readonly failedIndexes: string | undefined;
  /** How many Pods were made. */
  readonly pods: number;
  /** What a container of a Pod that is left waits for: `app waits (ImagePullBackOff)`. */
  readonly waits: readonly { readonly pod: string; readonly container: string; readonly reason: string }[];
  /** The last exit code that is not 0, and whose it was. */
  readonly lastFailure: { readonly pod: string; readonly container: string; readonly code: number } | undefined;
  /** Pods that were deleted while they worked, and count as succeeded because they ended well then. */
  readonly cutShort: readonly string[];
  readonly horizon: number;
}

type Status = Readonly<Record<string, string | number | null>>;

export function jobOutcome(events: readonly JobLifeEvent[], horizon: number): JobOutcome {
  const status: Status = joinedFields(events.map((event) => ('job' in event ? event.job : undefined)));
  const { succeeded = 0, failed = 0, failedIndexes } = status;
  return {
    end: endOf(events),
    isSuspended: textOf(status['condition Suspended']).startsWith('True'),
    succeeded: Number(succeeded ?? 0),
    failed: Number(failed ?? 0),
    failedIndexes: typeof failedIndexes === 'string' ? failedIndexes : undefined,
    pods: events.filter((event) => 'event' in event && event.event === 'created').length,
    waits: waitsOf(events),
    lastFailure: lastFailureOf(events),
    cutShort: cutShortOf(events),
    horizon,
  };
}

function cutShortOf(events: readonly JobLifeEvent[]): string[] {
  const deleted = new Set<string>();
  const cut: string[] = [];
  for (const event of events)
    if ('event' in event && event.event === 'deleted') deleted.add(event.pod);
    else if ('status' in event && event.status['phase'] === 'Succeeded' && deleted.has(event.pod)) cut.push(event.pod);
  return cut;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function endOf(events: readonly JobLifeEvent[]): JobOutcome['end'] {
  for (const event of events)
    for (const type of ['Complete', 'Failed'] as const) {
      const condition = 'job' in event ? textOf(event.job[`condition ${type}`]) : '';
      if (condition.startsWith('True')) return { type, at: event.t, reason: condition.slice('True '.length) };
    }
  return undefined;
}

const usualWaits = new Set(['PodInitializing', 'ContainerCreating']);

function waitsOf(events: readonly JobLifeEvent[]): JobOutcome['waits'] {
  const waits = new Map<string, JobOutcome['waits'][number]>();
  for (const event of events) {
    if (!('status' in event)) continue;
    for (const [field, value] of Object.entries(event.status)) {
      if (!field.startsWith('container ') || typeof value !== 'object' || !value) continue;
      const container = field.slice('container '.length);
      const key = `${event.pod} ${container}`;
      const { state, reason = '' } = value;
      if (state === 'waiting' && !usualWaits.has(reason)) waits.set(key, { pod: event.pod, container, reason });
      else waits.delete(key);
    }
  }
  return [...waits.values()];
}

function lastFailureOf(events: readonly JobLifeEvent[]): JobOutcome['lastFailure'] {
  const last = events.findLast((event) => 'process' in event && event.event === 'exit' && (event.code ?? 0) !== 0);
  if (!last || !('process' in last)) return undefined;
  return { pod: last.pod, container: last.process, code: last.code ?? 0 };
}
