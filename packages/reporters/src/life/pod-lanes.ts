import type { LifeEvent, ProcessEvent, RangedEvent } from '@podlint/kubelet/life';
import { largest, own } from '@podlint/plain';
import { conditionLanes } from './condition-lanes.js';
import {
  type Lane,
  type LaneChange,
  type LaneMarkKind,
  type LifeChart,
  type Segment,
  chartLength,
  isWide,
  segmentsBetween,
} from './lane.js';
import { probesLane } from './probes-lane.js';
import { type ToldPodLife, processEventsOf } from './told-life.js';

/** The phase, each container with its probes, conditions, and whether traffic comes. */
export function podChart(life: ToldPodLife): LifeChart {
  const { events, containers, outcome } = life;
  const last = outcome.goneAt ?? Math.max(largest(events.map(({ t }) => t)), 0);
  const end = Math.min(outcome.horizon, chartLength(last));
  const until = outcome.goneAt ?? end;
  return {
    lanes: [
      { name: 'phase', segments: phaseSegments(events, until), marks: [], chances: [] },
      ...containers.flatMap((name) => [containerLane(name, events, until), ...probesLane(name, life, until)]),
      ...conditionLanes(life, until),
    ],
    end,
    marks: [
      { kind: 'exit', words: 'exit' },
      { kind: 'sigterm', words: 'SIGTERM' },
      { kind: 'sigkill', words: 'SIGKILL' },
      { kind: 'failed', words: 'no image' },
      { kind: 'probeFailed', words: 'probe failed' },
    ],
  };
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
  probeFailed: 1,
  failed: 2,
  sigkill: 3,
};

function containerLane(name: string, events: readonly RangedEvent[], until: number): Lane {
  const own = processEventsOf(name, events);
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

function containerSegments(name: string, events: readonly LifeEvent[], until: number): Segment[] {
  const changes = events.flatMap((event) => changeOf(name, event));
  const lastRun = changes.findLastIndex(({ kind }) => kind !== undefined);
  // Between two runs it waits; after the last one there is nothing more.
  const shown = changes.map(({ at, kind }, place) => ({ at, kind: kind ?? (place < lastRun ? 'waiting' : undefined) }));
  return segmentsBetween(shown, until);
}

/** Of no kind once it has ended. */
function changeOf(name: string, event: LifeEvent): LaneChange[] {
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
