import type { LifeEvent, ProbeEvent, ProbeKind } from '@podlint/kubelet/life';
import { own } from '@podlint/plain';
import { type Lane, type LaneChange, type Segment, type SegmentKind, segmentsBetween } from './lane.js';
import { type ToldPodLife, hasKilled, processEventsOf } from './told-life.js';

/** From a start to its end; seconds. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** What the probes of a container say in each of its runs; none: it has no probe. */
export function probesLane(name: string, { events, probes, probed }: ToldPodLife, until: number): Lane[] {
  const kinds = own(probed, name) ?? [];
  if (kinds.length === 0) return [];
  const results = probes.filter(({ container }) => container === name);
  const segments = runsOf(name, events, until).flatMap((run) => segmentsOf(run, kinds, results));
  const marks = results.filter(hasKilled).map(({ t }) => ({ kind: 'probeFailed', at: t }) as const);
  return [{ name: '  probes', segments, marks, chances: [] }];
}

function runsOf(name: string, events: readonly LifeEvent[], until: number): Run[] {
  const ofIt = processEventsOf(name, events);
  return ofIt.flatMap(({ event, t: from }, place) => {
    if (event !== 'start') return [];
    const exit = ofIt.slice(place).find((later) => later.event === 'exit');
    return [{ from, to: Math.min(exit?.t ?? until, until) }];
  });
}

type Results = Partial<Record<ProbeKind, ProbeEvent['outcome']>>;

function segmentsOf({ from, to }: Run, kinds: readonly ProbeKind[], results: readonly ProbeEvent[]): Segment[] {
  const changes: LaneChange[] = [{ at: from, kind: kindOf(kinds, {}) }];
  let known: Results = {};
  for (const { t: at, probe, outcome } of results) {
    if (at < from || at >= to) continue;
    known = { ...known, [probe]: outcome };
    const kind = kindOf(kinds, known);
    if (kind !== changes.at(-1)?.kind) changes.push({ at, kind });
  }
  return segmentsBetween(changes, to);
}

/** The others are not run before the startup probe has succeeded. */
function kindOf(kinds: readonly ProbeKind[], { startupProbe, readinessProbe, livenessProbe }: Results): SegmentKind {
  if (startupProbe === 'failure' || livenessProbe === 'failure') return 'failing';
  if (kinds.includes('startupProbe') && startupProbe === undefined) return 'starting';
  return kinds.includes('readinessProbe') && readinessProbe !== 'success' ? 'failing' : 'passing';
}
