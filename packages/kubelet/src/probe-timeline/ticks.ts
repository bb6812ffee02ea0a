import { largest } from '@podlint/plain';
import { type Interval, type Span, shift } from './interval.js';
import { type ProbeTiming, second } from './worker.js';

/*
 * Where the ticks of a worker can fall, over all leads. The lead moves a worker's ticks against the container's start by anything
 * from nothing to a period. The delay is compared in whole seconds, against a start in whole seconds, and so ends at the first tick
 * that is later than a second before it.
 */

/** The first tick that leads to a probe. */
export function firstTick({ initialDelay, period }: ProbeTiming): Interval {
  if (initialDelay <= 0) return { from: 0, to: period, hasFrom: true, hasTo: false };
  const open = initialDelay - second;
  return { from: open, to: open + period, hasFrom: false, hasTo: true };
}

/** The first tick of the readiness probe that leads to a probe, when its ticks count from `start` on. */
export function firstTickFrom(start: Interval, timing: ProbeTiming): Span {
  return nextTick(start, timing, timing.period);
}

/**
 * The first tick of a worker that leads to a probe at or after `start`, which is a tick of another worker or `drift`
 * after one.
 * Both count from the same moment: from one's tick to the other's it is a multiple of the periods' greatest common
 * divisor, and every multiple occurs.
 */
export function firstTickBeside(
  start: Interval,
  other: { readonly period: number; readonly drift: number },
  timing: ProbeTiming,
): Span {
  const spacing = greatestCommonDivisor(other.period, timing.period);
  const rest = (spacing - (other.drift % spacing)) % spacing;
  return nextTick(shift(start, rest), timing, spacing);
}

/** The first moment of `start` + any multiple of `spacing`, repeated every period, at which the delay is over. */
function nextTick(start: Interval, { initialDelay, period }: ProbeTiming, spacing: number): Span {
  const open = initialDelay > 0 ? initialDelay - second : -Infinity;
  const afterDelay = start.to > open ? [start.to + period - spacing] : [];
  const duringDelay = start.from <= open ? [latestFrom(start, open, period, spacing)] : [];
  return { from: earliestFrom(start, open, spacing), to: Math.max(largest(afterDelay), largest(duringDelay)) };
}

function earliestFrom({ from, to }: Interval, open: number, spacing: number): number {
  if (from > open) return from;
  const steps = Math.max(0, Math.floor((open - to) / spacing) + 1);
  return Math.max(open, from + steps * spacing);
}

function latestFrom({ from, hasFrom, to }: Interval, open: number, period: number, spacing: number): number {
  const end = open + period;
  const fitting = (end - from) / spacing;
  const steps = hasFrom ? Math.floor(fitting) : Math.ceil(fitting) - 1;
  return Math.min(end, Math.min(to, open) + steps * spacing);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
