import { computeActions } from '../pod-actions/compute.js';
import type { PodActions } from '../pod-actions/actions.js';
import type { RuntimeContainer, RuntimeView } from '../pod-actions/runtime-view.js';
import { type Container, isSidecar } from '../restart-policy.js';
import type { BackOff } from './back-off.js';
import { type Clock, type Micros, micros, second } from './clock.js';
import { viewOf } from './container-statuses.js';
import type { ImagePuller } from './image-puller.js';
import type { Journal } from './journal.js';
import type { Killer } from './killer.js';
import type { LivePod } from './pod.js';
import { type PodSnapshot, recordsOf } from './pod-cache.js';
import { type Process, atLatest } from './process.js';
import type { Prober } from './prober.js';
import type { Runtime, RuntimeRecord, SeenRecord } from './runtime.js';
import type { StatusManager } from './status-manager.js';

/** One result of a sync: a container that was started or could not be, or another deed. */
export interface SyncResult {
  readonly action: 'start' | 'kill' | 'remove' | 'sandbox';
  readonly name?: string;
  /** The reason that the status gives. */
  readonly error?: string | undefined;
  /** When it may be tried again. */
  readonly heldUntil?: Micros | undefined;
}

interface SyncParts {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly runtime: Runtime;
  readonly killer: Killer;
  readonly images: ImagePuller;
  readonly backOff: BackOff;
  readonly prober: Prober;
  readonly statuses: StatusManager;
  readonly pod: LivePod;
}

/** SyncPod of the runtime manager (pkg/kubelet/kuberuntime/kuberuntime_manager.go): does what the actions say. */
export class RuntimeSync {
  readonly #results: SyncResult[] = [];

  constructor(
    private readonly parts: SyncParts,
    private readonly snapshot: PodSnapshot,
  ) {}

  *run(restartAll: boolean): Process<readonly SyncResult[]> {
    const actions = computeActions(this.#view(), restartAll);
    if (actions.killPod) yield* this.#killPod(actions);
    else yield* this.#killSome(actions);
    this.#pruneInit();
    if (actions.createSandbox) this.#createSandbox(actions.attempt ?? 0);
    if (yield* this.#startInit(actions.startInit)) for (const name of actions.start) yield* this.#start(name);
    return this.#results;
  }

  /** Probes count for containers that run. */
  #view(): RuntimeView {
    const { snapshot } = this;
    const newest = { get: (name: string) => this.#withProbes(recordsOf(snapshot, name)[0]) };
    return { ...viewOf({ pod: this.parts.pod, snapshot }), newest };
  }

  #withProbes(record: SeenRecord | undefined): RuntimeContainer | undefined {
    if (record?.state !== 'running') return record;
    const { id, name, state } = record;
    const startupProbe = this.#outcome('startupProbe', id);
    const livenessProbe = this.#outcome('livenessProbe', id);
    return startupProbe || livenessProbe ? { name, state, startupProbe, livenessProbe } : record;
  }

  #outcome(kind: 'startupProbe' | 'livenessProbe', id: number): 'success' | 'failure' | undefined {
    const result = this.parts.prober.result(kind, id);
    return result === 'unknown' ? undefined : result;
  }

  *#killPod({ createSandbox }: PodActions): Process {
    yield* this.parts.killer.killPod(this.snapshot);
    this.#results.push({ action: 'kill' });
    if (createSandbox) this.#removeInit(0);
  }

  /** Several are killed one after the other, by name. */
  *#killSome({ kill, reset = [] }: PodActions): Process {
    const { runtime, killer } = this.parts;
    for (const { name, reason } of kill.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const record = runtime.find(recordsOf(this.snapshot, name)[0]?.id);
      if (record) yield* killer.kill(record, { reason });
      this.#results.push({ action: 'kill' });
    }
    const taken = new Set<number>();
    for (const { name, kill: first } of reset) {
      const id = recordsOf(this.snapshot, name).find((record) => !taken.has(record.id))?.id ?? 0;
      taken.add(id);
      const record = runtime.find(id);
      if (first && record) yield* killer.kill(record, { grace: 0 });
      runtime.remove(id);
      this.#results.push({ action: 'remove' });
    }
  }

  /** PruneInitContainersBeforeStart: of each init container that ended the newest is kept. */
  #pruneInit(): void {
    this.#removeInit(1);
  }

  #removeInit(kept: number): void {
    for (const { name } of this.parts.pod.spec.initContainers ?? []) {
      const ended = recordsOf(this.snapshot, name).filter(({ state }) => state === 'exited');
      for (const { id } of ended.slice(kept)) this.parts.runtime.remove(id);
    }
  }

  #createSandbox(attempt: number): void {
    const { clock, runtime, statuses } = this.parts;
    runtime.createSandbox(attempt);
    this.#results.push({ action: 'sandbox' });
    // The kubelet tells it beside the sync.
    clock.after(0, () => {
      statuses.setSandboxReady();
    });
  }

  /** False: an init container could not be started, and nothing else is. */
  *#startInit(names: readonly string[]): Process<boolean> {
    for (const name of names) {
      const container = this.parts.pod.byName.get(name);
      const error = yield* this.#start(name);
      if (error && !(container && isSidecar(container))) return false;
    }
    return true;
  }

  *#start(name: string): Process<string | undefined> {
    const container = this.parts.pod.byName.get(name);
    if (!container) return undefined;
    const heldUntil = this.#heldUntil(name);
    const error = heldUntil === undefined ? yield* this.#startContainer(container) : 'CrashLoopBackOff';
    this.#results.push({ action: 'start', name, error, heldUntil });
    return error;
  }

  /** DoBackOff: counts from the last end that this sync knows of. */
  #heldUntil(name: string): Micros | undefined {
    const { backOff, journal } = this.parts;
    const last = recordsOf(this.snapshot, name).find(({ state }) => state === 'exited');
    if (!last) return undefined;
    const held = backOff.heldSince(name, last.finishedAt);
    if (!held) {
      backOff.next(name, last.finishedAt);
      return undefined;
    }
    journal.noteBackOff(name, held.delay / second, held.updated);
    return last.finishedAt + held.delay;
  }

  /** StartContainer: the pull, the start, the postStart hook. */
  *#startContainer(container: Container): Process<string | undefined> {
    const { images, runtime } = this.parts;
    const error = yield* images.ensure(container);
    if (error) return error;
    const { name = '' } = container;
    const [before] = recordsOf(this.snapshot, name);
    const record = runtime.start(name, before ? before.restartCount + 1 : 0);
    return yield* this.#postStart(container, record);
  }

  *#postStart({ lifecycle, name = '' }: Container, record: RuntimeRecord): Process<string | undefined> {
    const hook = lifecycle?.postStart;
    if (!hook) return undefined;
    const { clock, runtime, killer, journal } = this.parts;
    if (hook.exec) journal.note(name, { event: 'postStart' });
    const { postStart = 0, postStartFails = false } = runtime.scenarioOf(name);
    if (hook.sleep) yield micros(hook.sleep.seconds ?? 0);
    else if (postStart > 0) yield atLatest(clock, record.exited, micros(postStart));
    const cut = !hook.sleep && record.seen.state !== 'running';
    if (!postStartFails && !cut) return undefined;
    yield* killer.kill(record, {});
    return 'PostStartHookError';
  }
}
