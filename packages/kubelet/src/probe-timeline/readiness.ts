import { type Life, failingPace } from './attempts.js';
import { hull, intersect, moment, shift, since } from './interval.js';
import type { ContainerProbes } from './simulate.js';
import { firstTickFrom } from './ticks.js';
import { type EventWindow, eventIn } from './time-window.js';
import { type Probe, timingOf } from './worker.js';

/** When the readiness probe first runs, and when the container is ready; absent: never. */
export interface Readiness {
  readonly firstProbe?: EventWindow | undefined;
  readonly ready?: EventWindow | undefined;
}

/**
 * The startup probe's success triggers the readiness probe, and the container answers by then. Ticks count from the
 * trigger on (since 1.32; until then they went on as they were, and could come sooner: worker.run, probeTicker.Reset).
 */
export function readinessOnceStarted({ readinessProbe }: ContainerProbes, { successes, killed }: Life): Readiness {
  const starts = successes.map(({ at }) => at);
  if (!readinessProbe) return { ready: eventIn(hull(starts), !killed) };
  const timing = timingOf(readinessProbe);
  const first = hull(starts.map((start) => firstTickFrom(start, timing)));
  const more = (timing.threshold.success - 1) * timing.period;
  return { firstProbe: eventIn(first, !killed), ready: eventIn(first && shift(first, more), !killed) };
}

/**
 * The container's start triggers the readiness probe, so the lead does not matter to it, except that it may be killed
 * before.
 */
export function readinessFromStart({ readinessProbe }: ContainerProbes, life: Life, hang: boolean): Readiness {
  if (!readinessProbe) return { ready: eventIn(moment(0), true) };
  const { firstProbe, ready } = readinessMoments(readinessProbe, life.answersFrom, hang);
  return { firstProbe: unlessKilled(firstProbe, life), ready: unlessKilled(ready, life) };
}

function readinessMoments(
  probe: Probe,
  answersFrom: number,
  hang: boolean,
): { readonly firstProbe: number; readonly ready: number } {
  const { initialDelay, period, timeout, threshold } = timingOf(probe);
  const { step } = failingPace({ period, timeout }, hang);
  const firstProbe = Math.ceil(initialDelay / period) * period;
  const success = firstProbe + Math.max(0, Math.ceil((answersFrom - firstProbe) / step)) * step;
  if (threshold.success === 1) return { firstProbe, ready: success };
  const nextTick = (Math.floor(success / period) + 1) * period;
  return { firstProbe, ready: nextTick + (threshold.success - 2) * period };
}

function unlessKilled(at: number, { killed, successes }: Life): EventWindow | undefined {
  const mayLive = !killed || successes.length > 0 || intersect(killed, since(at)) !== undefined;
  return at < Infinity && mayLive ? eventIn(moment(at), !killed || killed.from >= at) : undefined;
}
