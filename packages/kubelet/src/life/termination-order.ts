import { type PodSpec, isSidecar } from '../restart-policy.js';
import { type Clock, type Micros, second } from './clock.js';
import { type Process, Signal, atLatest } from './process.js';

/**
 * Sidecars end after the regular containers, each after those that come later in the list
 * (pkg/kubelet/kuberuntime/kuberuntime_termination_order.go). Only those that run count.
 */
export class TerminationOrder {
  readonly #ended = new Map<string, Signal>();
  readonly #before = new Map<string, readonly Signal[]>();

  constructor(
    private readonly clock: Clock,
    spec: PodSpec,
    running: readonly string[],
  ) {
    for (const name of running) this.#ended.set(name, new Signal());
    const regular = this.#signals((spec.containers ?? []).map(({ name = '' }) => name));
    const sidecars = (spec.initContainers ?? []).filter(isSidecar).map(({ name = '' }) => name);
    for (const [place, name] of sidecars.entries())
      this.#before.set(name, [...regular, ...this.#signals(sidecars.slice(place + 1, place + 2))]);
  }

  #signals(names: readonly string[]): Signal[] {
    return names.flatMap((name) => this.#ended.get(name) ?? []);
  }

  /** Waits as long as the grace period lasts; returns the whole seconds that it took. */
  *waitForTurn(name: string, grace: number): Process<number> {
    const begun = this.clock.now;
    const end: Micros = begun + grace * second;
    for (const signal of this.#before.get(name) ?? []) {
      if (this.clock.now >= end) break;
      yield atLatest(this.clock, signal, end - this.clock.now);
    }
    return Math.floor((this.clock.now - begun) / second);
  }

  hasEnded(name: string): void {
    this.#ended.get(name)?.fire();
  }
}
