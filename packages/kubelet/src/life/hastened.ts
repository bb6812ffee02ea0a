import { type Micros, second } from './clock.js';
import type { ProbeWorker } from './probe-worker.js';

/** Before that much time is left, syncs are run one by one again. */
const margin: Micros = 2 * second;

/** The probes that a sync has just run at once (UpdatePodStatus, pkg/kubelet/prober/prober_manager.go). */
export class Hastened {
  constructor(private readonly workers: readonly ProbeWorker[]) {}

  /** Until when other syncs need not be run: they would hasten the same probes, which would answer the same. */
  get sameUntil(): Micros {
    let until = Infinity;
    for (const { failsUntil } of this.workers) until = Math.min(until, failsUntil);
    return until - margin;
  }

  /** From now on they are hastened each second by a sync that is not run. */
  passOver(): void {
    for (const worker of this.workers) worker.passOverTriggers();
  }

  /** The sync of this very moment is run again. */
  end(): void {
    for (const worker of this.workers) worker.endOfTriggers();
  }
}
