import type { JobLifeEvent } from '@podlint/kubelet/life';
import { largest, own } from '@podlint/plain';
import {
  type Lane,
  type LaneChange,
  type LaneMark,
  type LifeChart,
  type Segment,
  chartLength,
  isWide,
  segmentsBetween,
} from './lane.js';
import type { ToldJobLife } from './told-life.js';

/** Of more Pods only the first ones are drawn. */
const mostLanes = 12;

/** The Job, and each of its Pods. */
export function jobChart({ events, outcome }: ToldJobLife): LifeChart {
  const created = events.filter(isCreated);
  const gone = events.find(isGone)?.t ?? Infinity;
  const end = Math.min(
    outcome.horizon,
    chartLength(largest(events.filter((event) => !isGone(event)).map(({ t }) => t))),
  );
  const shown = created.length > mostLanes ? created.slice(0, mostLanes - 1) : created;
  const left = created.length - shown.length;
  return {
    lanes: [jobLane(events, Math.min(end, gone)), ...shown.map(({ pod, index }) => podLane(pod, index, events, end))],
    end,
    marks: [
      { kind: 'lost', words: 'failed' },
      { kind: 'done', words: 'succeeded' },
      { kind: 'sigterm', words: 'deleted' },
    ],
    ...(left > 0 && { note: `and ${left} more Pods` }),
  };
}

type ToldEvents = ToldJobLife['events'];
type Created = Extract<ToldEvents[number], { event: 'created' | 'deleted' }>;

function isCreated(event: ToldEvents[number]): event is Created {
  return 'event' in event && event.event === 'created';
}

function isGone(event: ToldEvents[number]): boolean {
  return 'job' in event && event.job['gone'] !== undefined;
}

/** `Active` while Pods run or wait for a node; in between the controller waits; at the end what it came to. */
function jobLane(events: ToldEvents, end: number): Lane {
  const changes: LaneChange[] = [];
  for (const event of events) {
    if (!('job' in event)) continue;
    const { t: at, job } = event;
    const ended = ['Complete', 'Failed'].find((type) => `${own(job, `condition ${type}`) ?? ''}`.startsWith('True'));
    if (ended) changes.push({ at, kind: 'phase', label: ended });
    else if (`${job['condition Suspended'] ?? ''}`.startsWith('True'))
      changes.push({ at, kind: 'phase', label: 'Suspended' });
    else if (job['active'] !== undefined)
      changes.push(
        job['active'] === null ? { at, kind: 'waiting', label: '' } : { at, kind: 'phase', label: 'Active' },
      );
  }
  const told = changes.filter(({ label }, place) => label === '' || label !== changes[place - 1]?.label);
  return { name: 'job', segments: segmentsBetween(told, end), marks: [], chances: [] };
}

type OfPod = Extract<ToldEvents[number], { pod: string }>;

function podLane(pod: string, index: number | undefined, events: ToldEvents, end: number): Lane {
  const own = events.filter((event): event is OfPod => 'pod' in event && event.pod === pod);
  const created = own.filter(isCreated);
  return {
    name: index === undefined ? pod : `${pod} [${index}]`,
    segments: podSegments(own, end),
    marks: own.flatMap(markOf),
    chances: created.map(({ range: { from, to = end } }) => ({ from, to: Math.min(to, end) })).filter(isWide),
  };
}

function podSegments(own: readonly OfPod[], end: number): Segment[] {
  let running = false;
  const changes: LaneChange[] = [];
  for (const event of own) {
    if (isCreated(event)) changes.push({ at: event.t, kind: 'waiting' });
    if (!('status' in event)) continue;
    const { phase, 'condition Ready': ready } = event.status;
    if (phase !== undefined) running = phase === 'Running';
    if (running && (ready !== undefined || phase !== undefined))
      changes.push({ at: event.t, kind: ready === 'True' ? 'ready' : 'unready' });
    else if (phase === 'Succeeded' || phase === 'Failed') changes.push({ at: event.t, kind: undefined });
  }
  return segmentsBetween(changes, end);
}

function markOf(event: JobLifeEvent): LaneMark[] {
  if ('event' in event && event.event === 'deleted') return [{ kind: 'sigterm', at: event.t }];
  if (!('status' in event)) return [];
  const { phase } = event.status;
  if (phase === 'Failed') return [{ kind: 'lost', at: event.t }];
  return phase === 'Succeeded' ? [{ kind: 'done', at: event.t }] : [];
}
