import type { Beat } from './beat.js';
import { type Clock, type Micros, second } from './clock.js';
import type { Hastened } from './hastened.js';
import type { Killer } from './killer.js';
import type { LivePod } from './pod.js';
import { graceOf } from './pod.js';
import { type PodCache, type PodSnapshot, snapshotOf } from './pod-cache.js';
import { type Process, Signal, launch } from './process.js';
import type { Prober } from './prober.js';
import type { Runtime } from './runtime.js';
import type { SyncResult } from './sync-runtime.js';

export interface SyncOutcome {
  /** The Pod has ended by itself. */
  readonly terminal: boolean;
  readonly results: readonly SyncResult[];
  /** Another one would do nothing either but hasten probes, as long as nothing happens. */
  readonly isIdle: boolean;
}

/** What a sync knows of the Pod's object; what comes later has to wait for the next sync. */
interface PodUpdate {
  readonly deletionGrace: number | undefined;
  /** Within which the containers have to end. */
  readonly grace: number | undefined;
}

interface WorkerParts {
  readonly clock: Clock;
  readonly beat: Beat;
  readonly pod: LivePod;
  readonly cache: PodCache;
  readonly runtime: Runtime;
  readonly killer: Killer;
  readonly prober: Prober;
  readonly sync: (snapshot: PodSnapshot) => Process<SyncOutcome>;
  readonly write: (snapshot: PodSnapshot, isTerminal: boolean) => void;
  readonly requestRelist: () => void;
  /** At the first tick after that moment. */
  readonly lookAgainAfter: (moment: Micros) => void;
  readonly finished: () => void;
}

/** A worker that is told of an update lets what comes at the same moment come. */
const gathering: Micros = 20;
/** ResyncInterval and backOffPeriod, pkg/kubelet/kubelet.go. */
const resync = 60 * second;
const retry = 10 * second;

/** The Pod's worker (pkg/kubelet/pod_workers.go): one sync after the other, until the Pod is done with. */
export class PodWorker {
  isTerminating = false;
  isTerminated = false;
  isFinished = false;
  /** The object is deleted: nothing of it has to be kept. */
  isDeleted = false;
  #grace = 0;
  #lastSync = -Infinity;
  #wasIdle = false;
  /** The last sync asked for the next one, which will do the same until then, as long as nothing happens. */
  #repeatsUntil: Micros = 0;
  #hastened: Hastened | undefined;
  #pending: PodUpdate | undefined;
  #active: PodUpdate | undefined;
  #news = new Signal();

  constructor(private readonly parts: WorkerParts) {}

  start(): void {
    launch(this.parts.clock, this.#loop());
  }

  /** UpdatePod; the deletion grace period is that of the object. */
  update(deletionGrace: number | undefined, { killed = false }: { readonly killed?: boolean } = {}): void {
    if (this.isFinished) return;
    this.#repeatsUntil = 0;
    if (!this.isTerminating && (killed || deletionGrace !== undefined)) {
      this.isTerminating = true;
      this.isDeleted = deletionGrace !== undefined;
    }
    const ends = this.isTerminating && !this.isTerminated;
    if (ends) this.#grace = this.#effectiveGrace(deletionGrace);
    this.#put({ deletionGrace, grace: ends ? this.#grace : undefined });
  }

  /**
   * An update that brings no news: a container that has ended is still ended. Each sync makes its probe worker anew, which
   * says it again and ends.
   */
  updateWithoutNews(deletionGrace: number | undefined): void {
    this.update(deletionGrace);
    if (this.isTerminating || !this.#wasIdle || this.#lastSync !== this.parts.clock.now) return;
    this.#hastened = this.parts.prober.hastened();
    this.#repeatsUntil = this.#hastened.sameUntil;
  }

  /** RequeueLastPodUpdate. */
  requeue(): void {
    if (!this.#pending && this.#active) this.#put(this.#active);
  }

  #put(update: PodUpdate): void {
    this.#pending = update;
    this.#news.fire();
    this.parts.cache.hurry();
  }

  /** CalculateEffectiveGracePeriod: it only ever gets shorter. */
  #effectiveGrace(deletionGrace: number | undefined): number {
    const shorter = deletionGrace !== undefined && (this.#grace === 0 || deletionGrace < this.#grace);
    if (shorter) return Math.max(deletionGrace, 1);
    return Math.max(this.#grace || graceOf(this.parts.pod.spec), 1);
  }

  *#loop(): Process {
    while (!this.isFinished) {
      if (!this.#pending) {
        this.#news = new Signal();
        yield this.#news;
      }
      yield gathering;
      this.#active = this.#pending;
      this.#pending = undefined;
      this.parts.pod.deletionGrace = this.#active?.deletionGrace;
      yield* this.#work(this.isTerminated, this.isTerminating, this.#active?.grace);
    }
  }

  *#work(terminated: boolean, terminating: boolean, grace: number | undefined): Process {
    const repeats = this.#repeatsUntil > this.parts.clock.now;
    const snapshot = yield* repeats ? this.#newsSnapshot() : this.parts.cache.newerThan(this.#lastSync);
    if (terminated) this.#finish(snapshot);
    else if (terminating) yield* this.#terminate(snapshot, grace);
    else yield* this.#sync(snapshot);
  }

  /** Syncs that do what the last one did are passed over. */
  *#newsSnapshot(): Process<PodSnapshot> {
    const { clock, cache } = this.parts;
    const hastened = this.#hastened;
    hastened?.passOver();
    if (this.#repeatsUntil < Infinity)
      clock.at(this.#repeatsUntil, () => {
        cache.hurry();
      });
    const snapshot = yield* cache.newsSince(this.#lastSync);
    hastened?.end();
    return snapshot;
  }

  *#sync(snapshot: PodSnapshot): Process {
    const { terminal, results, isIdle } = yield* this.parts.sync(snapshot);
    this.#lastSync = this.parts.clock.now;
    this.#wasIdle = isIdle;
    const failed = results.some(({ error }) => error !== undefined);
    if (results.length > 0 && !failed) this.parts.requestRelist();
    if (terminal) {
      this.isTerminating = true;
      this.requeue();
    }
    this.#lookAgain(terminal ? 0 : failed ? this.#retryAfter(results) : resync);
  }

  /** The nearest end of a back-off, if there is one, a minute at most. */
  #retryAfter(results: readonly SyncResult[]): Micros {
    let nearest = Infinity;
    for (const { heldUntil } of results) if (heldUntil !== undefined && heldUntil < nearest) nearest = heldUntil;
    if (nearest === Infinity) return retry;
    return Math.min(Math.max(nearest - this.parts.clock.now, 0), resync);
  }

  #lookAgain(delay: Micros): void {
    this.parts.lookAgainAfter(this.parts.clock.now + this.parts.beat.wait(delay));
  }

  /** SyncTerminatingPod, pkg/kubelet/kubelet.go. */
  *#terminate(snapshot: PodSnapshot, grace: number | undefined): Process {
    const { write, prober, killer, runtime } = this.parts;
    write(snapshot, false);
    prober.stopLivenessAndStartup();
    yield* killer.killPod(snapshot, grace);
    prober.removePod();
    write(snapshotOf(runtime), true);
    this.#lastSync = this.parts.clock.now;
    this.isTerminated = true;
    this.requeue();
    this.#lookAgain(0);
  }

  /** SyncTerminatedPod. */
  #finish(snapshot: PodSnapshot): void {
    this.parts.write(snapshot, true);
    this.isFinished = true;
    this.parts.finished();
  }
}
