import { type Attempts, type Life, attemptsOf, lastAttempt, lifeOf } from './attempts.js';
import { hull, moment, shift } from './interval.js';
import { readinessFromStart, readinessOnceStarted } from './readiness.js';
import type { ContainerProbes } from './simulate.js';
import { firstTickBeside } from './ticks.js';
import { type EventWindow, type TimeWindow, eventIn, inSeconds } from './time-window.js';
import { type ProbeKind, milliseconds, second, timingOf } from './worker.js';

/** `safe`: never killed, whatever the lead. `unsafe`: killed, whatever the lead. `luck`: the lead decides. */
export type ProbeVerdict = 'safe' | 'luck' | 'unsafe';

/** What the probe that can kill leaves a container for its start. */
export interface KillBudget {
  readonly by: ProbeKind;
  /** How many failures in a row kill. */
  readonly failures: number;
  /** Seconds from the beginning of one failing probe to that of the next. */
  readonly pace: number;
  /** When the last of them begins. */
  readonly lastProbe: TimeWindow;
  /** When a container that never answers is killed. */
  readonly killed: TimeWindow;
  /** The largest startup time, in seconds, that is safe. */
  readonly safeUpTo: number;
  /** Every startup time above that many seconds is unsafe; this one is luck at best, by a single lead. */
  readonly unsafeAbove: number;
}

/** What the probes do over all leads. Something that never happens is absent. */
export interface ProbeWindows {
  /** Undefined: unknown, and the windows are those of a container that never answers. */
  readonly startupTime: number | undefined;
  readonly hang: boolean;
  /** The first time that each probe runs. */
  readonly firstProbes: { readonly [Kind in ProbeKind]?: EventWindow | undefined };
  /** The startup probe has succeeded; without one, at once. */
  readonly started: EventWindow | undefined;
  readonly ready: EventWindow | undefined;
  /** By `budget.by`. */
  readonly killed: EventWindow | undefined;
  /** Undefined: no probe can kill. */
  readonly budget: KillBudget | undefined;
  /** Undefined: the startup time is unknown, though a probe could kill. */
  readonly verdict: ProbeVerdict | undefined;
}

export interface StartupBehaviour {
  /** The container answers probes from this many seconds after its start on; unknown when absent. */
  readonly startupTime?: number | undefined;
  /** Whether a failing probe takes its whole timeout, instead of failing at once. */
  readonly hang?: boolean | undefined;
}

/**
 * Where the moments of `simulateProbes` lie over all leads. Workers tick from the Pod's admission on, so the time that
 * the image takes moves their ticks against the container's start, and nobody knows it beforehand. Computed, not tried
 * out; there is no end of time.
 * Startup and liveness probes succeed at the first success, the only threshold that the API server takes.
 */
export function probeWindows(probes: ContainerProbes, { startupTime, hang = false }: StartupBehaviour): ProbeWindows {
  const answersFrom = milliseconds(startupTime ?? Infinity);
  const attempts = attemptsOf(probes, hang);
  const life = lifeOf(attempts, answersFrom);
  const readiness = probes.startupProbe ? readinessOnceStarted(probes, life) : readinessFromStart(probes, life, hang);
  return {
    startupTime,
    hang,
    firstProbes: {
      startupProbe: probes.startupProbe && attempts && eventIn(attempts.first, true),
      readinessProbe: readiness.firstProbe,
      livenessProbe: firstLiveness(probes, attempts, life),
    },
    started: probes.startupProbe
      ? eventIn(hull(life.successes.map(({ at }) => at)), !life.killed)
      : eventIn(moment(0), true),
    ready: readiness.ready,
    killed: eventIn(life.killed, life.successes.length === 0),
    budget: attempts && budgetOf(attempts),
    verdict: startupTime === undefined && attempts ? undefined : verdictOf(life),
  };
}

function verdictOf({ killed, successes }: Life): ProbeVerdict {
  if (!killed) return 'safe';
  return successes.length > 0 ? 'luck' : 'unsafe';
}

function budgetOf(attempts: Attempts): KillBudget {
  const last = lastAttempt(attempts);
  return {
    by: attempts.kind,
    failures: attempts.failures,
    pace: attempts.step / second,
    lastProbe: inSeconds(last),
    killed: inSeconds(shift(last, attempts.lag)),
    safeUpTo: last.from / second,
    unsafeAbove: last.to / second,
  };
}

function firstLiveness(
  { startupProbe, livenessProbe }: ContainerProbes,
  attempts: Attempts | undefined,
  { successes, killed }: Life,
): EventWindow | undefined {
  if (!livenessProbe || !attempts) return undefined;
  if (!startupProbe) return eventIn(attempts.first, true);
  const { period } = timingOf(startupProbe);
  const timing = timingOf(livenessProbe);
  return eventIn(hull(successes.map(({ at, drift }) => firstTickBeside(at, { period, drift }, timing))), !killed);
}
