import { type RuntimeContainer, type RuntimeView, newestByName } from '../pod-actions/runtime-view.js';
import type { Micros } from './clock.js';
import { type Process, Signal } from './process.js';
import type { Runtime } from './runtime.js';

/** A container as the kubelet saw it. */
export interface SeenRecord extends RuntimeContainer {
  readonly id: number;
  readonly restartCount: number;
  readonly sandbox: number;
  readonly startedAt: Micros;
  readonly finishedAt: Micros;
  readonly exitCode: number;
  readonly reason: string;
}

/** What a relist saw of the Pod. */
export interface PodSnapshot {
  readonly sandbox: RuntimeView['sandbox'];
  /** Newest first. */
  readonly records: readonly SeenRecord[];
  readonly newest: ReadonlyMap<string, SeenRecord>;
}

export function snapshotOf({ sandboxes, records }: Runtime): PodSnapshot {
  const seen = records.map((record) => ({ ...record }));
  const [sandbox] = sandboxes;
  return { sandbox: sandbox && { ...sandbox }, records: seen, newest: newestByName(seen) };
}

/** What a call takes, at the least: a sync never falls into the very moment of the relist that it waited for. */
const callTime: Micros = 1;

/** The kubelet's cache of the Pod's state in the runtime (pkg/kubelet/container/cache.go). */
export class PodCache {
  snapshot: PodSnapshot = { sandbox: undefined, records: [], newest: new Map() };
  #waiting: { readonly than: Micros; readonly signal: Signal }[] = [];

  /** When the Pod was relisted last; `plan` asks for the next relist. */
  constructor(
    private readonly observed: () => Micros,
    private readonly plan: () => void,
  ) {}

  /** GetNewerThan: waits for a relist after that moment. */
  *newerThan(moment: Micros): Process<PodSnapshot> {
    if (this.observed() <= moment) {
      const signal = new Signal();
      this.#waiting.push({ than: moment, signal });
      this.plan();
      yield signal;
      yield callTime;
    }
    return this.snapshot;
  }

  observedAt(moment: Micros): void {
    const due = this.#waiting.filter(({ than }) => than <= moment);
    this.#waiting = this.#waiting.filter(({ than }) => than > moment);
    for (const { signal } of due) signal.fire();
  }
}
