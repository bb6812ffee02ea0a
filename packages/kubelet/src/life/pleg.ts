import type { Beat } from './beat.js';
import { type Clock, type Micros, second } from './clock.js';
import { PodCache, type PodSnapshot, allRecords, recordsOf, snapshotOf } from './pod-cache.js';
import type { Runtime, SeenRecord } from './runtime.js';

/** What the lifecycle events of a relist bring about. */
export interface PlegListener {
  /** A container or a sandbox has begun or ended. */
  podChanged(): void;
  /** All that ended may be removed. */
  removesAll(): boolean;
}

const relistPeriod = second;

/**
 * The generic PLEG (pkg/kubelet/pleg/generic.go): relists each second, and when a sync asks for it. A relist that would
 * find nothing new, and that nobody waits for, is not run.
 */
export class Pleg {
  readonly cache = new PodCache(
    () => Math.max(this.#asked, this.#lastRelist()),
    () => {
      this.#plan();
    },
  );
  #changed = false;
  /** When the next relist runs; undefined: none is planned. */
  #planned: Micros | undefined;
  /** When the last one ran that a sync asked for. */
  #asked: Micros = 0;

  constructor(
    private readonly clock: Clock,
    private readonly beat: Beat,
    private readonly runtime: Runtime,
    private readonly listener: PlegListener,
  ) {
    runtime.onChange = () => {
      this.#changed = true;
      this.#plan();
    };
  }

  /** RequestPodRelist, a microsecond after the sync that asks for it; not if there was one since. */
  request(): void {
    const asked = this.clock.now;
    this.clock.after(1, () => {
      if (asked <= this.#lastRelist()) return;
      this.#asked = this.clock.now;
      this.#relist();
    });
  }

  #lastRelist(): Micros {
    const last = this.beat.relistBefore(this.clock.now);
    return this.#planned !== undefined && this.#planned <= last ? this.#planned - relistPeriod : last;
  }

  #plan(): void {
    if (this.#planned !== undefined) return;
    this.#planned = this.#nextRelist();
    this.clock.at(this.#planned, () => {
      this.#planned = undefined;
      this.#relist();
    });
  }

  /** One of those that were passed over would be run at this very moment. */
  #nextRelist(): Micros {
    const last = this.#lastRelist();
    return this.cache.passesOver && last === this.clock.now ? last : last + relistPeriod;
  }

  #relist(): void {
    if (this.#changed) this.#reconcile();
    this.cache.observedAt(this.clock.now);
  }

  #reconcile(): void {
    this.#changed = false;
    const before = this.cache.snapshot;
    const after = snapshotOf(this.runtime);
    this.cache.snapshot = after;
    const changed = [...after.records.keys()].filter((name) => recordsOf(before, name) !== recordsOf(after, name));
    if (before.sandboxes === after.sandboxes && !changed.some((name) => hasNews(before, after, name))) return;
    this.listener.podChanged();
    this.#cleanUp(changed.filter((name) => hasDied(before, after, name)));
  }

  /** CleanUpContainersInPod: of those that ended, the newest of each name is kept. */
  #cleanUp(died: readonly string[]): void {
    if (died.length === 0) return;
    const { snapshot } = this.cache;
    if (this.listener.removesAll()) this.#remove(allRecords(snapshot).filter(hasEnded));
    else for (const name of died) this.#remove(recordsOf(snapshot, name).filter(hasEnded).slice(1));
  }

  #remove(records: readonly SeenRecord[]): void {
    for (const { id } of records) this.runtime.remove(id);
  }
}

function hasEnded({ state }: SeenRecord): boolean {
  return state === 'exited';
}

/** A container that was only removed is no news. */
function hasNews(before: PodSnapshot, after: PodSnapshot, name: string): boolean {
  const [old, now] = [recordsOf(before, name), recordsOf(after, name)];
  if (now.some((record) => !old.includes(record))) return true;
  return old.some(({ id, state }) => state === 'running' && !now.some((record) => record.id === id));
}

function hasDied(before: PodSnapshot, after: PodSnapshot, name: string): boolean {
  const old = recordsOf(before, name);
  return recordsOf(after, name).some((record) => hasEnded(record) && !old.includes(record));
}
