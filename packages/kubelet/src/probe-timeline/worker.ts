import type { Decoded, core } from '@podlint/model';

/**
 * The three kinds of probe worker, in the order in which the kubelet starts them (AddPod,
 * pkg/kubelet/prober/prober_manager.go).
 */
export const probeKinds = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
export type ProbeKind = (typeof probeKinds)[number];
export type Probe = Decoded<core.Probe>;
export type ProbeResult = 'success' | 'failure';

/** The numbers of a probe; durations in milliseconds. */
export interface ProbeTiming {
  readonly initialDelay: number;
  readonly period: number;
  readonly timeout: number;
  readonly threshold: { readonly [Result in ProbeResult]: number };
}

/** One of the kubelet's probe workers between two wake-ups. All times are milliseconds after the container's start. */
export interface ProbeWorker extends ProbeTiming {
  readonly kind: ProbeKind;
  readonly nextTick: number;
  /** When the probe that is under way will have failed; undefined: none is. */
  readonly failsAt: number | undefined;
  readonly lastResult: ProbeResult | undefined;
  /** How many times in a row the probe had its last result. */
  readonly resultRun: number;
  /** Nothing is probed any more until there is a new container. */
  readonly onHold: boolean;
}

export const second = 1000;

/** Seconds as whole milliseconds. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * second);
}

/** A probe's numbers, with the defaults of SetDefaults_Probe (pkg/apis/core/v1/defaults.go). */
export function timingOf(probe: Probe): ProbeTiming {
  return {
    initialDelay: (probe.initialDelaySeconds ?? 0) * second,
    period: (probe.periodSeconds || 10) * second,
    timeout: (probe.timeoutSeconds || 1) * second,
    threshold: { success: probe.successThreshold || 1, failure: probe.failureThreshold || 3 },
  };
}

/** A worker that was started at `start`. */
export function newWorker(kind: ProbeKind, probe: Probe, start: number): ProbeWorker {
  const timing = timingOf(probe);
  return {
    kind,
    ...timing,
    // Until the container runs, a tick does nothing (worker.doProbe: target container not found).
    nextTick: tickAtOrAfter(0, start, timing.period),
    failsAt: undefined,
    lastResult: undefined,
    resultRun: 0,
    onHold: false,
  };
}

function tickAtOrAfter(time: number, start: number, period: number): number {
  return start + Math.ceil((time - start) / period) * period;
}

/** When the worker has something to do next (the select of worker.run; a worker on hold lets its ticks pass). */
export function wakeTime(worker: ProbeWorker): number {
  return worker.failsAt ?? (worker.onHold ? Infinity : worker.nextTick);
}

/**
 * The worker after all ticks up to `now`; those during a probe are worth one, since a Go ticker keeps a single tick
 * waiting.
 */
export function afterTicks(worker: ProbeWorker, now: number): ProbeWorker {
  return { ...worker, nextTick: tickAtOrAfter(now + 1, worker.nextTick, worker.period) };
}

/**
 * The worker after a trigger by hand, which starts the ticker anew and drops a tick that waits (worker.run:
 * probeTicker.Reset).
 */
export function afterTrigger(worker: ProbeWorker, now: number): ProbeWorker {
  return { ...worker, nextTick: now + worker.period };
}

export interface ContainerState {
  /** How long the container runs, by the start time in the pod's status. */
  readonly running: number;
  /** Whether the startup probe has succeeded, or there is none. */
  readonly started: boolean;
}

/**
 * Whether a wake-up leads to a probe (worker.doProbe): the startup probe until the container has started, the others
 * from then on.
 */
export function probesNow(worker: ProbeWorker, container: ContainerState): boolean {
  // The server's type is int32, so fractions of a second do not count.
  const seconds = Math.floor(container.running / second);
  return (
    !worker.onHold && seconds * second >= worker.initialDelay && container.started === (worker.kind !== 'startupProbe')
  );
}

export interface Counted {
  readonly worker: ProbeWorker;
  /** The result, once it came often enough in a row to count. */
  readonly settled: ProbeResult | undefined;
}

/** Counts a result (the second half of worker.doProbe). */
export function count(worker: ProbeWorker, result: ProbeResult): Counted {
  const resultRun = worker.lastResult === result ? worker.resultRun + 1 : 1;
  const counted: ProbeWorker = { ...worker, failsAt: undefined, lastResult: result, resultRun };
  if (resultRun < worker.threshold[result]) return { worker: counted, settled: undefined };
  const done = worker.kind === 'startupProbe' || (worker.kind === 'livenessProbe' && result === 'failure');
  return { worker: done ? { ...counted, onHold: true, resultRun: 0 } : counted, settled: result };
}
