import type { Micros } from './clock.js';
import { type Process, Signal } from './process.js';
import type { Runtime, Sandbox, SeenRecord } from './runtime.js';

/** What a relist saw of the Pod; what has not changed since the relist before is the same object. */
export interface PodSnapshot {
  /** Newest first. */
  readonly sandboxes: readonly Sandbox[];
  /** By name, the newest of each first. */
  readonly records: ReadonlyMap<string, readonly SeenRecord[]>;
}

export function snapshotOf({ sandboxes, seen }: Runtime): PodSnapshot {
  return { sandboxes, records: new Map(seen) };
}

const none: readonly SeenRecord[] = [];

export function recordsOf({ records }: PodSnapshot, name = ''): readonly SeenRecord[] {
  return records.get(name) ?? none;
}

/** Of all names, newest first. */
export function allRecords({ records }: PodSnapshot): SeenRecord[] {
  return [...records.values()].flat().sort((a, b) => b.id - a.id);
}

/** What a call takes, at the least: a sync never falls into the very moment of the relist that it waited for. */
const callTime: Micros = 1;

/** The kubelet's cache of the Pod's state in the runtime (pkg/kubelet/container/cache.go). */
export class PodCache {
  snapshot: PodSnapshot = { sandboxes: [], records: new Map() };
  /** Who waits would do nothing after a relist that finds nothing new: such relists are passed over. */
  passesOver = false;
  #waiting: { readonly than: Micros; readonly signal: Signal }[] = [];

  /** When the Pod was relisted last; `plan` asks for the next relist. */
  constructor(
    private readonly observed: () => Micros,
    private readonly plan: () => void,
  ) {}

  /** GetNewerThan: waits for a relist after that moment. */
  *newerThan(moment: Micros): Process<PodSnapshot> {
    if (this.observed() <= moment) {
      this.plan();
      yield* this.#relistAfter(moment);
    }
    return this.snapshot;
  }

  /** The same, of relists that somebody else asks for, until `hurry` asks for one. */
  *newsSince(moment: Micros): Process<PodSnapshot> {
    if (this.observed() <= moment) {
      this.passesOver = true;
      yield* this.#relistAfter(moment);
    }
    return this.snapshot;
  }

  *#relistAfter(moment: Micros): Process {
    const signal = new Signal();
    this.#waiting.push({ than: moment, signal });
    yield signal;
    yield callTime;
  }

  /** No more relists are passed over. */
  hurry(): void {
    if (this.passesOver) this.plan();
  }

  observedAt(moment: Micros): void {
    this.passesOver = false;
    const due = this.#waiting.filter(({ than }) => than <= moment);
    this.#waiting = this.#waiting.filter(({ than }) => than > moment);
    for (const { signal } of due) signal.fire();
  }
}
