import type { LifeEvent, ProcessEvent, RangedEvent } from '@podlint/kubelet/life';
import { largest, own } from '@podlint/plain';
import type { ToldPodLife } from './told-life.js';

/** `waiting`: it does not run, but will; `unready`: it runs. */
export type SegmentKind = 'waiting' | 'unready' | 'ready' | 'phase';
export type LaneMarkKind = 'exit' | 'lost' | 'done' | 'sigterm' | 'sigkill' | 'failed';

export interface Segment {
  readonly kind: SegmentKind;
  readonly from: number;
  readonly to: number;
  /** Of a phase. */
  readonly label?: string;
}

/** Between which moments a container starts, where chance decides. */
export interface LaneChance {
  readonly from: number;
  readonly to: number;
}

export interface LaneMark {
  readonly kind: LaneMarkKind;
  readonly at: number;
}

/** A row of the picture; moments in seconds. */
export interface Lane {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly marks: readonly LaneMark[];
  readonly chances: readonly LaneChance[];
}

export interface LifeChart {
  readonly lanes: readonly Lane[];
  /** How far it goes. */
  readonly end: number;
  /** What the marks mean. */
  readonly marks: readonly { readonly kind: LaneMarkKind; readonly words: string }[];
  /** What is not drawn. */
  readonly note?: string;
}

/** The phase, each container, and whether traffic comes. */
export function podChart({ events, containers, outcome }: ToldPodLife): LifeChart {
  const last = outcome.goneAt ?? Math.max(largest(events.map(({ t }) => t)), 0);
  const end = Math.min(outcome.horizon, chartLength(last));
  const until = outcome.goneAt ?? end;
  return {
    lanes: [
      { name: 'phase', segments: phaseSegments(events, until), marks: [], chances: [] },
      ...containers.map((name) => containerLane(name, events, until)),
      {
        name: 'traffic',
        segments: readySegments(events, Math.min(until, outcome.deletedAt ?? until)),
        marks: [],
        chances: [],
      },
    ],
    end,
    marks: [
      { kind: 'exit', words: 'exit' },
      { kind: 'sigterm', words: 'SIGTERM' },
      { kind: 'sigkill', words: 'SIGKILL' },
      { kind: 'failed', words: 'no image' },
    ],
  };
}

/** Seconds. */
const leastLength = 60;
const afterLast = 1.1;

/** A little more than what is told. */
export function chartLength(last: number): number {
  return Math.max(leastLength, Math.ceil(last * afterLast));
}

function phaseSegments(events: readonly LifeEvent[], until: number): Segment[] {
  const changes = events.flatMap((event) =>
    'status' in event && typeof event.status['phase'] === 'string'
      ? [{ at: event.t, label: event.status['phase'] }]
      : [],
  );
  return changes.map(({ at, label }, place) => ({
    kind: 'phase',
    from: at,
    to: changes[place + 1]?.at ?? until,
    label,
  }));
}

/** A Pod that is being deleted gets no new traffic, Ready or not: its EndpointSlices say so at once. */
function readySegments(events: readonly LifeEvent[], until: number): Segment[] {
  const changes = events.flatMap((event) =>
    'status' in event && event.status['condition Ready'] !== undefined
      ? [{ at: event.t, ready: event.status['condition Ready'] === 'True' }]
      : [],
  );
  return changes.flatMap(({ at, ready }, place) =>
    ready && at < until ? [{ kind: 'ready', from: at, to: Math.min(changes[place + 1]?.at ?? until, until) }] : [],
  );
}

const markKinds: Readonly<Partial<Record<ProcessEvent['event'], LaneMarkKind>>> = {
  exit: 'exit',
  SIGTERM: 'sigterm',
  SIGKILL: 'sigkill',
  pullFailed: 'failed',
};

const gravity: Readonly<Record<LaneMarkKind, number>> = {
  exit: 0,
  lost: 0,
  done: 0,
  sigterm: 1,
  failed: 2,
  sigkill: 3,
};

function containerLane(name: string, events: readonly RangedEvent[], until: number): Lane {
  const own = events.filter((event) => 'process' in event).filter(({ process }) => process === name);
  const marks = own.flatMap(({ t, event }) => {
    const kind = markKinds[event];
    return kind ? [{ kind, at: t }] : [];
  });
  // Where several fall together, the gravest is seen.
  const shown = marks.sort((a, b) => gravity[a.kind] - gravity[b.kind]);
  const chances = own
    .filter(({ event }) => event === 'start')
    .map(({ range: { from, to = until } }) => ({ from, to: Math.min(to, until) }))
    .filter(isWide);
  return { name, segments: containerSegments(name, events, until), marks: shown, chances };
}

/** A kubelet looks each second, whatever it does; what is wider is worth to be told. Seconds. */
const leastWidth = 2;

/** Whether chance decides of a moment by more than a beat of the kubelet. */
export function isWide({ from, to = Infinity }: { readonly from: number; readonly to?: number }): boolean {
  return to - from >= leastWidth;
}

interface Change {
  readonly at: number;
  /** Undefined: it has ended. */
  readonly kind: SegmentKind | undefined;
}

function containerSegments(name: string, events: readonly LifeEvent[], until: number): Segment[] {
  const changes = events.flatMap((event) => changeOf(name, event));
  const lastRun = changes.findLastIndex(({ kind }) => kind !== undefined);
  return changes.flatMap(({ at, kind }, place) => {
    const to = changes[place + 1]?.at ?? until;
    // Between two runs it waits; after the last one there is nothing more.
    const shown = kind ?? (place < lastRun ? 'waiting' : undefined);
    return shown && to > at ? [{ kind: shown, from: at, to }] : [];
  });
}

function changeOf(name: string, event: LifeEvent): Change[] {
  if ('process' in event) {
    if (event.process !== name) return [];
    if (event.event === 'start') return [{ at: event.t, kind: 'unready' }];
    return event.event === 'exit' ? [{ at: event.t, kind: undefined }] : [];
  }
  if (!('status' in event)) return [];
  const status = own(event.status, `container ${name}`);
  if (typeof status !== 'object' || !status) return [];
  if (status.state === 'waiting') return [{ at: event.t, kind: 'waiting' }];
  return status.state === 'running' ? [{ at: event.t, kind: status.ready ? 'ready' : 'unready' }] : [];
}
