import type { LifeEvent, ProbeEvent } from '@podlint/kubelet/life';
import { own } from '@podlint/plain';
import type { Lane, Segment, SegmentKind } from './lane.js';
import type { ToldPodLife } from './told-life.js';

type ProbeKind = ProbeEvent['probe'];

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
  const marks = results.filter(isVerdict).map(({ t }) => ({ kind: 'probeFailed', at: t }) as const);
  return [{ name: '  probes', segments, marks, chances: [] }];
}

/** The container is killed for it. */
function isVerdict({ probe, outcome }: ProbeEvent): boolean {
  return probe !== 'readinessProbe' && outcome === 'failure';
}

function runsOf(name: string, events: readonly LifeEvent[], until: number): Run[] {
  const ofIt = events.filter((event) => 'process' in event).filter(({ process }) => process === name);
  return ofIt.flatMap(({ event, t: from }, place) => {
    if (event !== 'start') return [];
    const exit = ofIt.slice(place).find((later) => later.event === 'exit');
    return [{ from, to: Math.min(exit?.t ?? until, until) }];
  });
}

type Results = Partial<Record<ProbeKind, ProbeEvent['outcome']>>;

function segmentsOf({ from, to }: Run, kinds: readonly ProbeKind[], results: readonly ProbeEvent[]): Segment[] {
  const changes: { readonly at: number; readonly kind: SegmentKind }[] = [{ at: from, kind: kindOf(kinds, {}) }];
  let known: Results = {};
  for (const { t: at, probe, outcome } of results) {
    if (at < from || at >= to) continue;
    known = { ...known, [probe]: outcome };
    const kind = kindOf(kinds, known);
    if (kind !== changes.at(-1)?.kind) changes.push({ at, kind });
  }
  return changes
    .map(({ at, kind }, place) => ({ kind, from: at, to: changes[place + 1]?.at ?? to }))
    .filter((segment) => segment.to > segment.from);
}

/** The others are not run before the startup probe has succeeded. */
function kindOf(kinds: readonly ProbeKind[], { startupProbe, readinessProbe, livenessProbe }: Results): SegmentKind {
  if (startupProbe === 'failure' || livenessProbe === 'failure') return 'failing';
  if (kinds.includes('startupProbe') && startupProbe === undefined) return 'starting';
  return kinds.includes('readinessProbe') && readinessProbe !== 'success' ? 'failing' : 'passing';
}
