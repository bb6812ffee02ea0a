import {
  type Probe,
  type ProbeKind,
  type ProbeResult,
  type ProbeWorker,
  afterTicks,
  afterTrigger,
  count,
  milliseconds,
  newWorker,
  probeKinds,
  probesNow,
  second,
  wakeTime,
} from './worker.js';

/** A container's probes, as in its spec. */
export type ContainerProbes = { readonly [Kind in ProbeKind]?: Probe };

export interface ContainerBehaviour {
  /** The container answers probes from this many seconds after its start on. */
  readonly startupTime: number;
  /** Whether a failing probe takes its whole timeout, instead of failing at once. */
  readonly hang?: boolean;
  /** Seconds from the start of the workers (Pod admitted) to the start of the container (image pulled). */
  readonly lead?: number;
}

/** All times in seconds after the container's start; null: not within the first 900 seconds. */
export interface ProbeTimeline {
  readonly startedAt: number | null;
  readonly readyAt: number | null;
  readonly killedAt: number | null;
  readonly killedBy: ProbeKind | null;
}

/** One probe that the kubelet runs. */
export interface ProbeRun {
  readonly kind: ProbeKind;
  /** Seconds from the container's start to the probe's. */
  readonly at: number;
}

const horizon = 900_000;

/**
 * What the kubelet's probe workers make of a container (pkg/kubelet/prober/worker.go and prober_manager.go of 1.36),
 * with the kubelet itself up for longer than a period. What happens in the same instant has no fixed order in the
 * kubelet: here a tick sees a container that starts with it, and the trigger of the readiness probe by the container's
 * having started replaces a tick of that instant.
 */
export function simulateProbes(probes: ContainerProbes, behaviour: ContainerBehaviour): ProbeTimeline {
  const simulation = new Simulation(probes, behaviour);
  simulation.run();
  return simulation.timeline();
}

/**
 * Every probe of the same 900 seconds, in the order in which they run; none after the one that gets the container
 * killed.
 */
export function probeRuns(probes: ContainerProbes, behaviour: ContainerBehaviour): readonly ProbeRun[] {
  const simulation = new Simulation(probes, behaviour);
  simulation.run();
  return simulation.runs;
}

/** Works in whole milliseconds after the container's start, going from one wake-up of a worker to the next. */
class Simulation {
  readonly runs: ProbeRun[] = [];
  readonly #workers = new Map<ProbeKind, ProbeWorker>();
  readonly #answersFrom: number;
  readonly #hang: boolean;
  /**
   * The pod's status gives the start in whole seconds (normalizeStatus, pkg/kubelet/status); the workers' start is
   * taken as a whole second.
   */
  readonly #statusOffset: number;
  #now = 0;
  #startedAt: number | undefined;
  #readyAt: number | undefined;
  #killedAt: number | undefined;
  #killedBy: ProbeKind | undefined;

  constructor(probes: ContainerProbes, { startupTime, hang = false, lead = 0 }: ContainerBehaviour) {
    const leadMilliseconds = milliseconds(lead);
    for (const kind of probeKinds) {
      const probe = probes[kind];
      if (probe) this.#workers.set(kind, newWorker(kind, probe, -leadMilliseconds));
    }
    this.#answersFrom = milliseconds(startupTime);
    this.#hang = hang;
    this.#statusOffset = leadMilliseconds % 1000;
  }

  run(): void {
    if (!this.#workers.has('startupProbe')) this.#start();
    for (let next = this.#nextWakeUp(); next && this.#killedAt === undefined; next = this.#nextWakeUp()) {
      this.#now = wakeTime(next);
      this.#wake(next);
    }
  }

  timeline(): ProbeTimeline {
    return {
      startedAt: seconds(this.#startedAt),
      readyAt: seconds(this.#readyAt),
      killedAt: seconds(this.#killedAt),
      killedBy: this.#killedBy ?? null,
    };
  }

  /** Of several workers that wake at once, the first that the kubelet started. */
  #nextWakeUp(): ProbeWorker | undefined {
    let next: ProbeWorker | undefined;
    for (const worker of this.#workers.values()) {
      if (wakeTime(worker) <= horizon && (!next || wakeTime(worker) < wakeTime(next))) next = worker;
    }
    return next;
  }

  #wake(worker: ProbeWorker): void {
    const awake = worker.failsAt === undefined ? worker : this.#record(worker, 'failure');
    if (awake.nextTick <= this.#now) this.#probe(afterTicks(awake, this.#now));
  }

  #probe(worker: ProbeWorker): void {
    this.#workers.set(worker.kind, worker);
    if (!probesNow(worker, { running: this.#now + this.#statusOffset, started: this.#startedAt !== undefined })) return;
    this.runs.push({ kind: worker.kind, at: this.#now / second });
    if (this.#now >= this.#answersFrom) this.#record(worker, 'success');
    else if (this.#hang) this.#workers.set(worker.kind, { ...worker, failsAt: this.#now + worker.timeout });
    else this.#record(worker, 'failure');
  }

  #record(worker: ProbeWorker, result: ProbeResult): ProbeWorker {
    const counted = count(worker, result);
    this.#workers.set(worker.kind, counted.worker);
    if (counted.settled === 'success') this.#succeed(worker.kind);
    else if (counted.settled === 'failure') this.#fail(worker.kind);
    return counted.worker;
  }

  #succeed(kind: ProbeKind): void {
    if (kind === 'startupProbe') this.#start();
    else if (kind === 'readinessProbe') this.#readyAt ??= this.#now;
  }

  #fail(kind: ProbeKind): void {
    if (kind === 'readinessProbe') return;
    this.#killedAt = this.#now;
    this.#killedBy = kind;
  }

  /**
   * The container counts as started: it is ready, unless a readiness probe, run at once, has to say so
   * (UpdatePodStatus).
   */
  #start(): void {
    this.#startedAt = this.#now;
    const readiness = this.#workers.get('readinessProbe');
    if (readiness) this.#probe(afterTrigger(readiness, this.#now));
    else this.#readyAt = this.#now;
  }
}

function seconds(value: number | undefined): number | null {
  return value === undefined ? null : value / second;
}
