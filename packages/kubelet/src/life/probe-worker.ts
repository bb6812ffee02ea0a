import { type Probe, type ProbeKind, type ProbeTiming, timingOf } from '../probe-timeline/worker.js';
import { type Container, type PodSpec, restartsAfterExit } from '../restart-policy.js';
import { type Clock, type Micros, micros, second } from './clock.js';
import { statusAsksForAll } from './container-statuses.js';
import { type LiveContainer, type LiveStatus, hasEnded } from './live-status.js';
import type { Runtime } from './runtime.js';
import type { StatusManager } from './status-manager.js';

export type ProbeOutcome = 'success' | 'failure' | 'unknown';

/** What the results of a new container are until its first probe has one (newWorker, pkg/kubelet/prober/worker.go). */
const initialOutcome = { readinessProbe: 'failure', livenessProbe: 'success', startupProbe: 'unknown' } as const;
/** How long a probe takes. */
const probeTime: Micros = 1000;
/** A worker that a status update wakes sees that update. */
const wakeTime: Micros = 10;
const microsOfMillisecond = 1000;

interface WorkerParts {
  readonly kind: ProbeKind;
  readonly probe: Probe;
  readonly container: Container;
  readonly spec: PodSpec;
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly statuses: StatusManager;
  readonly results: {
    set(kind: ProbeKind, containerId: number, outcome: ProbeOutcome): void;
    remove(kind: ProbeKind, containerId: number | undefined): void;
  };
  readonly ended: () => void;
}

/** A probe worker of the kubelet (pkg/kubelet/prober/worker.go). */
export class ProbeWorker {
  containerId: number | undefined;
  readonly kind: ProbeKind;
  readonly #timing: ProbeTiming;
  readonly #period: Micros;
  #lastOutcome: ProbeOutcome | undefined;
  #run = 0;
  #onHold = false;
  #stopped = false;
  #triggered = false;
  /** A probe is under way, or about to be. */
  #busy = false;
  #probing = false;
  /** The status has changed since the last probe began. */
  #woken = false;
  /** Ticks come every period after this; a trigger moves it. */
  #tickBase: Micros = 0;
  /** Only the tick that was planned last counts. */
  #planned = 0;
  /** Until then every tick finds what this one found, if the container's status stays. */
  #quietUntil: Micros = 0;

  constructor(private readonly parts: WorkerParts) {
    this.kind = parts.kind;
    this.#timing = timingOf(parts.probe);
    this.#period = this.#timing.period * microsOfMillisecond;
  }

  start(): void {
    this.#tickBase = this.parts.clock.now;
    this.#planTick(this.parts.clock.now);
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.parts.ended();
  }

  /** It probes at once, and its ticks count from now. */
  trigger(): void {
    if (this.#busy) {
      this.#triggered = true;
      return;
    }
    this.#busy = true;
    this.#tickBase = this.parts.clock.now;
    this.#planned++;
    this.parts.clock.after(wakeTime, () => {
      this.#busy = false;
      this.#probe();
    });
  }

  /** The status of its container has changed: the next tick may find something else. */
  wake(): void {
    this.#woken = true;
    if (!this.#busy && !this.#probing && !this.#stopped) this.#planTick(this.parts.clock.now);
  }

  /** Plans the first tick from that moment on; the ticks in between would find nothing new. */
  #planTick(from: Micros): void {
    const planned = ++this.#planned;
    if (from === Infinity) return;
    const passed = Math.max(0, Math.ceil((from - this.#tickBase) / this.#period));
    this.parts.clock.at(this.#tickBase + passed * this.#period, () => {
      if (planned === this.#planned && !this.#stopped) this.#probe();
    });
  }

  #probe(): void {
    if (this.#stopped) return;
    this.#quietUntil = this.parts.clock.now + 1;
    this.#woken = false;
    this.#probing = true;
    const goesOn = this.#doProbe();
    this.#probing = false;
    if (!goesOn) this.stop();
    else if (!this.#busy) this.#goOn();
  }

  #goOn(): void {
    if (!this.#triggered) {
      this.#planTick(this.#woken ? this.parts.clock.now + 1 : this.#quietUntil);
      return;
    }
    this.#triggered = false;
    this.trigger();
  }

  /** False: the worker is done. */
  #doProbe(): boolean {
    const { status } = this.parts.statuses;
    if (!status) return true;
    if (hasEnded(status.phase)) return false;
    const container = status.containers.get(this.parts.container.name ?? '');
    const { containerId } = container ?? {};
    if (!container || containerId === undefined) return this.#rest();
    if (containerId !== this.containerId) this.#meet(containerId, container);
    if (this.#onHold) return this.#rest();
    if (!container.state.running) return this.#afterEnd(container, status) && this.#rest();
    if ((container.started === true) === (this.kind === 'startupProbe')) return this.#rest();
    if (this.#isDue(container.state.running.startedAt)) this.#exec(containerId);
    return true;
  }

  #rest(): boolean {
    this.#quietUntil = Infinity;
    return true;
  }

  #meet(containerId: number, { started }: LiveContainer): void {
    const { results, container, spec } = this.parts;
    results.remove(this.kind, this.containerId);
    this.containerId = containerId;
    const sidecar = spec.initContainers?.includes(container) ?? false;
    if (sidecar && this.kind === 'startupProbe' && started) results.set(this.kind, containerId, 'success');
    results.set(this.kind, containerId, initialOutcome[this.kind]);
    this.#onHold = false;
  }

  #afterEnd({ state }: LiveContainer, status: LiveStatus): boolean {
    const { results, container, spec } = this.parts;
    if (this.containerId !== undefined) results.set(this.kind, this.containerId, 'failure');
    if (!state.terminated) return true;
    return restartsAfterExit(container, spec, state.terminated.exitCode) || statusAsksForAll({ spec }, status);
  }

  /** The status gives the start in whole seconds. */
  #isDue(startedAt: Micros): boolean {
    const running = this.parts.clock.now - Math.floor(startedAt / second) * second;
    return Math.floor(running / second) >= this.#timing.initialDelay / microsOfMillisecond;
  }

  #exec(containerId: number): void {
    this.#busy = true;
    this.parts.clock.after(probeTime, () => {
      this.#busy = false;
      if (this.#stopped) return;
      const outcome = this.#ask(containerId);
      if (outcome) this.#count(containerId, outcome);
      else this.#rest();
      this.#goOn();
    });
  }

  /** Undefined: the container is gone, and the result is thrown away. */
  #ask(containerId: number): 'success' | 'failure' | undefined {
    const record = this.parts.runtime.find(containerId);
    if (record?.seen.state !== 'running') return undefined;
    const { answersAfter = 0, answersUntil = Infinity } = record.run;
    const running = this.parts.clock.now - record.startedAt;
    return running >= micros(answersAfter) && running < micros(answersUntil) ? 'success' : 'failure';
  }

  #count(containerId: number, outcome: 'success' | 'failure'): void {
    this.#run = this.#lastOutcome === outcome ? this.#run + 1 : 1;
    this.#lastOutcome = outcome;
    if (this.#run < this.#timing.threshold[outcome]) return;
    this.#quietUntil = this.#nextChange(containerId, outcome);
    this.parts.results.set(this.kind, containerId, outcome);
    if (this.kind === 'readinessProbe' || (this.kind === 'livenessProbe' && outcome === 'success')) return;
    this.#onHold = true;
    this.#run = 0;
    this.#rest();
  }

  /** The first moment at which a probe that begins has another outcome. */
  #nextChange(containerId: number, outcome: 'success' | 'failure'): Micros {
    const record = this.parts.runtime.find(containerId);
    if (!record) return Infinity;
    const { answersAfter = 0, answersUntil = Infinity } = record.run;
    const change = record.startedAt + (outcome === 'success' ? micros(answersUntil) : micros(answersAfter)) - probeTime;
    return change > this.parts.clock.now ? change : Infinity;
  }
}
