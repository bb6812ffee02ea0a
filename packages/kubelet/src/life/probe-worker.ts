import { type Probe, type ProbeKind, type ProbeTiming, timingOf } from '../probe-timeline/worker.js';
import { type Container, type PodSpec, restartsAfterExit } from '../restart-policy.js';
import { type Clock, type Micros, second } from './clock.js';
import { statusAsksForAll } from './container-statuses.js';
import { type LiveContainer, type LiveStatus, hasEnded } from './live-status.js';
import { type Answer, answerOf, nextChange } from './probe-answers.js';
import { ProbeStreak, probeTime } from './probe-streak.js';
import { ProbeTicks } from './probe-ticks.js';
import type { Runtime, RuntimeRecord } from './runtime.js';
import type { StatusManager } from './status-manager.js';

export type ProbeOutcome = Answer | 'unknown';

/** What the results of a new container are until its first probe has one (newWorker, pkg/kubelet/prober/worker.go). */
const initialOutcome = { readinessProbe: 'failure', livenessProbe: 'success', startupProbe: 'unknown' } as const;
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
  readonly #ticks: ProbeTicks;
  readonly #streak = new ProbeStreak();
  #onHold = false;
  #stopped = false;
  #triggered = false;
  #passesOverTriggers = false;
  /** A probe is under way, or about to be. */
  #busy = false;
  #probing = false;
  /** The status has changed since the last probe began. */
  #woken = false;
  /** Until then every tick finds what this one found, if the container's status stays. */
  #quietUntil: Micros = 0;

  constructor(private readonly parts: WorkerParts) {
    this.kind = parts.kind;
    this.#timing = timingOf(parts.probe);
    this.#ticks = new ProbeTicks(parts.clock, this.#timing.period * microsOfMillisecond, () => {
      this.#probe();
    });
  }

  start(): void {
    this.#ticks.begin();
    this.#ticks.plan(this.parts.clock.now);
  }

  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.parts.ended();
  }

  /** It probes at once, and its ticks count from now. */
  trigger(): void {
    this.#makeUp(Infinity);
    if (this.#busy) {
      this.#triggered = true;
      return;
    }
    this.#busy = true;
    this.#ticks.begin();
    this.parts.clock.after(wakeTime, () => {
      this.#busy = false;
      this.#probe();
    });
  }

  /** It was, at this very moment. */
  get isTriggered(): boolean {
    return this.#triggered || (this.#busy && this.#ticks.beginNow);
  }

  /** Until when other triggers find what this one does: it has failed often enough, and goes on so. */
  get failsUntil(): Micros {
    const { clock, runtime } = this.parts;
    if (this.#triggered || !this.#streak.has('failure', this.#timing.threshold.failure)) return 0;
    const record = runtime.find(this.containerId);
    return record && answerOf(record, clock.now) === 'failure' ? nextChange(record, clock.now, 'failure') : 0;
  }

  /** It is triggered each second, but not run. */
  passOverTriggers(): void {
    this.#passesOverTriggers = true;
  }

  /** A trigger of this very moment is run again. */
  endOfTriggers(): void {
    this.#makeUpTriggers(this.parts.clock.now - 1);
    this.#passesOverTriggers = false;
  }

  #makeUpTriggers(now: Micros): void {
    if (this.#passesOverTriggers) this.#ticks.beginEachSecond(now);
  }

  /** The status of its container has changed: the next tick may find something else. */
  wake(): void {
    this.#makeUpTriggers(this.parts.clock.now);
    this.#makeUp(this.parts.clock.now);
    this.#woken = true;
    if (!this.#busy && !this.#probing && !this.#stopped) this.#ticks.plan(this.parts.clock.now);
  }

  /** Of ticks that were passed over one may be under way. */
  #makeUp(begunBefore: Micros): void {
    if (this.#busy || this.containerId === undefined) return;
    const tick = this.#streak.makeUp(this.parts.clock.now);
    if (tick === undefined || tick >= begunBefore) return;
    this.#begin(tick);
    this.#exec(this.containerId, tick);
  }

  #probe(): void {
    if (this.#stopped) return;
    this.#streak.makeUp(this.parts.clock.now);
    this.#begin(this.parts.clock.now);
    this.#probing = true;
    const goesOn = this.#doProbe();
    this.#probing = false;
    if (!goesOn) this.stop();
    else if (!this.#busy) this.#goOn();
  }

  #begin(moment: Micros): void {
    this.#quietUntil = moment + 1;
    this.#woken = false;
  }

  #goOn(): void {
    if (!this.#triggered) {
      this.#ticks.plan(this.#woken ? this.parts.clock.now + 1 : this.#quietUntil);
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
    if (this.#isDue(container.state.running.startedAt)) this.#exec(containerId, this.parts.clock.now);
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

  #exec(containerId: number, begun: Micros): void {
    this.#busy = true;
    this.#ticks.cancel();
    this.parts.clock.at(begun + probeTime, () => {
      this.#busy = false;
      if (this.#stopped) return;
      const record = this.parts.runtime.find(containerId);
      const answer = answerOf(record, this.parts.clock.now);
      if (record && answer) this.#count(record, answer);
      else this.#rest();
      this.#goOn();
    });
  }

  #count(record: RuntimeRecord, answer: Answer): void {
    const left = this.#timing.threshold[answer] - this.#streak.add(answer);
    const change = nextChange(record, this.parts.clock.now, answer);
    if (left > 0) {
      this.#passOver(record, left, change);
      return;
    }
    this.#quietUntil = change;
    this.parts.results.set(this.kind, record.id, answer);
    if (this.kind === 'readinessProbe' || (this.kind === 'livenessProbe' && answer === 'success')) return;
    this.#onHold = true;
    this.#streak.begin();
    this.#rest();
  }

  /** So many more answers of the kind are wanted: the next tick to run is the last of them, or one that may differ. */
  #passOver(record: RuntimeRecord, left: number, change: Micros): void {
    const { period } = this.#ticks;
    const first = this.#ticks.from(this.#quietUntil);
    this.#quietUntil = Math.min(first + (left - 1) * period, change);
    this.#streak.passOver({ record, first, end: this.#ticks.from(this.#quietUntil), period });
  }
}
