import type { Micros } from './clock.js';
import type { RuntimeRecord } from './runtime.js';

/** How long a probe takes. */
export const probeTime: Micros = 1000;

/** Ticks that are not run one by one: until something else happens each would find what the last one found. */
interface PassedOver {
  readonly record: RuntimeRecord;
  readonly first: Micros;
  /** The first one that is run again. */
  readonly end: Micros;
  readonly period: Micros;
}

/** Equal outcomes in a row (resultRun, pkg/kubelet/prober/worker.go). */
export class ProbeStreak {
  #outcome: 'success' | 'failure' | undefined;
  #length = 0;
  #passed: PassedOver | undefined;

  /** How many there are with this one. */
  add(outcome: 'success' | 'failure'): number {
    this.#length = this.#outcome === outcome ? this.#length + 1 : 1;
    this.#outcome = outcome;
    return this.#length;
  }

  has(outcome: 'success' | 'failure', times: number): boolean {
    return this.#outcome === outcome && this.#length >= times;
  }

  begin(): void {
    this.#length = 0;
  }

  passOver(passed: PassedOver): void {
    this.#passed = passed;
  }

  /** Counts the ticks that were passed over up to now; returns the one that would be under way. */
  makeUp(now: Micros): Micros | undefined {
    if (!this.#passed) return undefined;
    const { record, first, end, period } = this.#passed;
    this.#passed = undefined;
    const { state, finishedAt } = record.seen;
    // A probe that ends when its container has ended has no outcome.
    const last = (state === 'exited' ? Math.min(now, finishedAt - 1) : now) - probeTime;
    const passed = Math.max(0, Math.floor((last - first) / period) + 1);
    this.#length += passed;
    const next = first + passed * period;
    return next < end && next <= now && now < next + probeTime ? next : undefined;
  }
}
