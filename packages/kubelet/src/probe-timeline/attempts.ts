import { type Interval, before, intersect, shift, since } from './interval.js';
import type { ContainerProbes } from './simulate.js';
import { firstTick } from './ticks.js';
import { type ProbeKind, timingOf } from './worker.js';

/**
 * The probes in a row, failing all, that get a container killed. They are the startup probe's where there is one: once
 * that has succeeded the container answers, so its liveness probe has nothing left to fail.
 */
export interface Attempts {
  readonly kind: ProbeKind;
  /** How many failures in a row kill. */
  readonly failures: number;
  /** When the first one begins: any moment of this, by the lead. */
  readonly first: Interval;
  /** Milliseconds from the beginning of one that fails to that of the next. */
  readonly step: number;
  /** Milliseconds from the beginning of one that fails to its failure. */
  readonly lag: number;
}

/** Undefined: no probe can kill. */
export function attemptsOf(probes: ContainerProbes, hang: boolean): Attempts | undefined {
  const kind = probes.startupProbe ? 'startupProbe' : 'livenessProbe';
  const probe = probes[kind];
  if (!probe) return undefined;
  const timing = timingOf(probe);
  return { kind, failures: timing.threshold.failure, first: firstTick(timing), ...failingPace(timing, hang) };
}

/** A probe that hangs for a period or longer is followed at once by the next, for the tick that waits (worker.run). */
export function failingPace(
  { period, timeout }: { readonly period: number; readonly timeout: number },
  hang: boolean,
): { readonly step: number; readonly lag: number } {
  return hang ? { step: Math.max(period, timeout), lag: timeout } : { step: period, lag: 0 };
}

/** When the attempt begins whose failure kills. */
export function lastAttempt({ first, failures, step }: Attempts): Interval {
  return shift(first, (failures - 1) * step);
}

/** When the container is killed that answers from a moment on, which may be Infinity; undefined: never. */
function killing(attempts: Attempts, answersFrom: number): Interval | undefined {
  const last = intersect(lastAttempt(attempts), before(answersFrom));
  return last && shift(last, attempts.lag);
}

interface Success {
  /** When the first attempt that succeeds begins, and ends. */
  readonly at: Interval;
  /** Milliseconds from the first attempt to this one. */
  readonly drift: number;
}

/** The first success, by the number of failures before it. */
function firstSuccesses({ first, failures, step }: Attempts, answersFrom: number): Success[] {
  const fewest = Math.max(0, Math.floor((answersFrom - first.to) / step));
  const most = Math.min(failures - 1, Math.max(0, Math.ceil((answersFrom - first.from) / step)));
  const successes: Success[] = [];
  for (let failed = fewest; failed <= most; failed++) {
    const at = intersect(
      shift(first, failed * step),
      failed === 0 ? since(answersFrom) : { ...since(answersFrom), to: answersFrom + step },
    );
    if (at) successes.push({ at, drift: failed * step });
  }
  return successes;
}

/** What the attempts come to for a container that answers from some moment on. */
export interface Life {
  readonly answersFrom: number;
  readonly successes: readonly Success[];
  readonly killed: Interval | undefined;
}

export function lifeOf(attempts: Attempts | undefined, answersFrom: number): Life {
  if (!attempts) return { answersFrom, successes: [], killed: undefined };
  return { answersFrom, successes: firstSuccesses(attempts, answersFrom), killed: killing(attempts, answersFrom) };
}
