import { type Clock, type Micros, second } from './clock.js';
import { type PodCache, snapshotOf } from './pod-cache.js';
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

/** The generic PLEG (pkg/kubelet/pleg/generic.go): relists each second, and when a sync asks for it. */
export class Pleg {
  #seen = new Map<string, string>();
  #revision = 0;
  #lastRelist: Micros = -firstRelist;

  constructor(
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly cache: PodCache,
    private readonly listener: PlegListener,
  ) {}

  start(): void {
    const tick = () => {
      this.#lastRelist = this.clock.now;
      this.#relist();
      this.clock.after(relistPeriod, tick);
    };
    this.clock.at(firstRelist, tick);
  }

  /** RequestPodRelist, a microsecond after the sync that asks for it; not if there was one since. */
  request(): void {
    const asked = this.clock.now;
    this.clock.after(1, () => {
      if (asked > this.#lastRelist) this.#relist();
    });
  }

  #relist(): void {
    if (this.runtime.revision !== this.#revision) this.#reconcile();
    this.cache.observedAt(this.clock.now);
  }

  #reconcile(): void {
    this.#revision = this.runtime.revision;
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
