import { largest } from '@podlint/plain';
import type {
  ContainerTimeline,
  KillBudget,
  ProbeCourse,
  ProbeKind,
  ProbeSettings,
  TimeWindow,
} from '@podlint/kubelet';
import { type Scale, position, scaleTo } from './scale.js';
import { probeNames } from './words.js';

/**
 * What a mark stands for. `starting`: does not answer yet; `held`: the probe does not run yet; `attempt`, `deciding`:
 * the window of a probe that fails, and of the one whose failure kills; `running`: probes that succeed; `success`: the
 * window of started or ready.
 */
export type MarkKind = 'starting' | 'held' | 'attempt' | 'deciding' | 'running' | 'success' | 'kill' | 'grace';

/** A part of a row; seconds after the container's start. */
export interface Mark {
  readonly kind: MarkKind;
  readonly from: number;
  readonly to: number;
  /** Which of the attempts it is, or what else stands in it if there is room. */
  readonly label?: string;
}

export interface Row {
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** A timeline as rows of marks over one axis, for whatever draws it. */
export interface Chart {
  /** Marks may go on beyond its end. */
  readonly scale: Scale;
  /** When the container begins to answer. */
  readonly answers: number | undefined;
  readonly rows: readonly Row[];
}

/** What there is room for, in units (columns or pixels). */
export interface Room {
  readonly units: number;
  /** From tick to tick at least, so that their numbers do not touch. */
  readonly tick: number;
  /** For an attempt with its number; narrower ones are drawn as one. */
  readonly attempt: number;
}

export function chartOf(timeline: ContainerTimeline, room: Room): Chart {
  const { startupTime, probes, failingAtOnce } = timeline;
  const answers = startupTime?.seconds;
  const scale = scaleTo(endOf(failingAtOnce, answers), room);
  const rows: Row[] = [
    { name: 'starting', marks: answers ? [{ kind: 'starting', from: 0, to: answers }] : [] },
    ...probes.map((probe) => ({ name: probeNames[probe.kind], marks: probeMarks(probe, failingAtOnce, scale, room) })),
    { name: 'ready', marks: readyMarks(failingAtOnce) },
    { name: 'kill', marks: timeline.verdict === 'safe' ? [] : killMarks(failingAtOnce) },
  ];
  return { scale, answers, rows: rows.filter(({ marks }) => marks.length > 0) };
}

/** All windows have to be seen, but a long grace period may not make them tiny. */
function endOf({ budget, ready, firstProbes, afterKill, verdict }: ProbeCourse, answers: number | undefined): number {
  const windows = [ready, budget?.killed, ...Object.values(firstProbes as Record<ProbeKind, TimeWindow | undefined>)];
  const end = Math.max(1, answers ?? 0, largest(windows.map((window) => window?.latest ?? 0))) * 1.1;
  return Math.max(end, verdict === 'safe' ? 0 : Math.min(afterKill?.terminatedBy.latest ?? 0, end * 2));
}

function probeMarks({ kind }: ProbeSettings, { budget, firstProbes }: ProbeCourse, scale: Scale, room: Room): Mark[] {
  const first = firstProbes[kind];
  if (!first) return [];
  const held: Mark[] = first.earliest > 0 ? [{ kind: 'held', from: 0, to: first.earliest }] : [];
  if (budget?.by !== kind) return [...held, { kind: 'running', from: first.earliest, to: scale.tick * scale.ticks }];
  return [
    ...held,
    ...attempts(first, budget, position(scale, budget.pace) >= room.attempt ? 'each' : 'all but the last in one'),
  ];
}

function attempts(
  first: TimeWindow,
  { failures, pace, lastProbe }: KillBudget,
  drawn: 'each' | 'all but the last in one',
): Mark[] {
  const last: Mark = { kind: 'deciding', from: lastProbe.earliest, to: lastProbe.latest, label: String(failures) };
  const attempt = (index: number): Mark => ({
    kind: 'attempt',
    from: first.earliest + index * pace,
    to: first.latest + index * pace,
    label: String(index + 1),
  });
  if (drawn === 'each' || failures <= 2)
    return [...Array.from({ length: failures - 1 }, (_, index) => attempt(index)), last];
  return [{ kind: 'attempt', from: first.earliest, to: last.from, label: `1-${failures - 1}` }, last];
}

function readyMarks({ ready }: ProbeCourse): Mark[] {
  return ready ? [{ kind: 'success', from: ready.earliest, to: ready.latest }] : [];
}

function killMarks({ budget, killed: sure, afterKill }: ProbeCourse): Mark[] {
  const killed: TimeWindow | undefined = sure ?? budget?.killed;
  if (!killed) return [];
  return [
    { kind: 'kill', from: killed.earliest, to: killed.latest },
    { kind: 'grace', from: killed.latest, to: afterKill?.terminatedBy.latest ?? killed.latest, label: 'grace period' },
  ];
}
