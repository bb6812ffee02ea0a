import { type Clock, type Micros, second } from './clock.js';
import { PodCache, snapshotOf } from './pod-cache.js';
import type { Runtime } from './runtime.js';

/** What the lifecycle events of a relist bring about. */
export interface PlegListener {
  /** A container or a sandbox has begun or ended. */
  podChanged(): void;
  /** All that ended may be removed. */
  removesAll(): boolean;
}

const firstRelist = second / 2;
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
  #seen = new Map<string, string>();
  #changed = false;
  /** When the next relist runs; undefined: none is planned. */
  #planned: Micros | undefined;
  /** When the last one ran that a sync asked for. */
  #asked: Micros = 0;

  constructor(
    private readonly clock: Clock,
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
    const last = this.clock.now - ((this.clock.now + firstRelist) % relistPeriod);
    return this.#planned !== undefined && this.#planned <= last ? this.#planned - relistPeriod : last;
  }

  #plan(): void {
    if (this.#planned !== undefined) return;
    this.#planned = this.#lastRelist() + relistPeriod;
    this.clock.at(this.#planned, () => {
      this.#planned = undefined;
      this.#relist();
    });
  }

  #relist(): void {
    if (this.#changed) this.#reconcile();
    this.cache.observedAt(this.clock.now);
  }

  #reconcile(): void {
    this.#changed = false;
    const before = this.#seen;
    this.#seen = this.#states();
    this.cache.snapshot = snapshotOf(this.runtime);
    if (!hasNews(before, this.#seen)) return;
    this.listener.podChanged();
    this.#cleanUp(before);
  }

  #states(): Map<string, string> {
    const { sandboxes, records } = this.runtime;
    return new Map([
      ...sandboxes.map(({ attempt, state }) => [`sandbox ${attempt}`, state] as const),
      ...records.map(({ id, state }) => [`container ${id}`, state] as const),
    ]);
  }

  /** CleanUpContainersInPod: of those that ended, the newest of each name is kept. */
  #cleanUp(before: ReadonlyMap<string, string>): void {
    const { records } = this.cache.snapshot;
    const ended = records.filter(({ state }) => state === 'exited');
    const died = ended.filter(({ id }) => before.get(`container ${id}`) !== 'exited');
    if (died.length === 0) return;
    const all = this.listener.removesAll();
    const names = new Set(died.map(({ name }) => name));
    for (const name of all ? new Set(ended.map((record) => record.name)) : names) {
      const same = ended.filter((record) => record.name === name);
      for (const { id } of all ? same : same.slice(1)) this.runtime.remove(id);
    }
  }
}

/** A container that was only removed is no news. */
function hasNews(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  for (const [key, state] of after) if (before.get(key) !== state) return true;
  for (const [key, state] of before) if (state === 'running' && !after.has(key)) return true;
  return false;
}
