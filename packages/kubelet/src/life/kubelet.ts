import type { ProbeKind } from '../probe-timeline/worker.js';
import { isSidecar } from '../restart-policy.js';
import { BackOff } from './back-off.js';
import { Clock, type Micros, micros, second } from './clock.js';
import { ImagePuller } from './image-puller.js';
import { Journal } from './journal.js';
import { Killer } from './killer.js';
import { type LiveStatus, conditionOf, hasEnded } from './live-status.js';
import { type LivePod, graceOf } from './pod.js';
import { PodCache, type PodSnapshot } from './pod-cache.js';
import { writePodStatus } from './pod-status-writer.js';
import { PodWorker, type SyncOutcome } from './pod-worker.js';
import { Pleg } from './pleg.js';
import type { ProbeOutcome } from './probe-worker.js';
import { Prober } from './prober.js';
import type { Process } from './process.js';
import { Runtime } from './runtime.js';
import type { Scenario } from './scenario.js';
import { StatusManager } from './status-manager.js';
import { RuntimeSync } from './sync-runtime.js';

const tickOffset = (second * 3) / 4;
const ticksOfHousekeeping = 2;
/** How much is told after the kubelet is done with the Pod. */
const afterword = 5 * second;

/** The sync loop (pkg/kubelet/kubelet.go) of a kubelet with one Pod, and the API server beside it. */
export class Kubelet {
  readonly clock = new Clock();
  readonly journal = new Journal(this.clock);
  readonly #runtime: Runtime;
  readonly #cache = new PodCache();
  readonly #statuses: StatusManager;
  readonly #prober: Prober;
  readonly #killer: Killer;
  readonly #images: ImagePuller;
  readonly #backOff = new BackOff(this.clock);
  readonly #startErrors = new Map<string, string>();
  readonly #worker: PodWorker;
  readonly #pleg: Pleg;
  /** The object is there. */
  #isKnown = true;
  /** The status in the object as the kubelet was given it last, which is when somebody else changes the object. */
  #told: LiveStatus | undefined;
  /** Of the object; undefined: it is not deleted. */
  #deletionGrace: number | undefined;
  #end: Micros;

  constructor(
    private readonly pod: LivePod,
    private readonly scenario: Scenario,
  ) {
    const { clock, journal } = this;
    this.#end = micros(scenario.horizon);
    this.#runtime = new Runtime(clock, journal, scenario);
    this.#statuses = new StatusManager(pod, journal, (name) => {
      this.#prober.wake(name);
    });
    const changed = (kind: ProbeKind, containerId: number, outcome: ProbeOutcome) => {
      this.#probeChanged(kind, containerId, outcome);
    };
    this.#prober = new Prober({ clock, runtime: this.#runtime, statuses: this.#statuses, spec: pod.spec, changed });
    this.#killer = new Killer(clock, this.#runtime, journal, pod);
    this.#images = new ImagePuller(clock, this.#runtime, journal);
    this.#worker = this.#makeWorker();
    this.#pleg = this.#makePleg();
  }

  #makeWorker(): PodWorker {
    return new PodWorker({
      clock: this.clock,
      pod: this.pod,
      cache: this.#cache,
      runtime: this.#runtime,
      killer: this.#killer,
      prober: this.#prober,
      sync: (snapshot) => this.#sync(snapshot),
      write: (snapshot, isTerminal) => {
        this.#write(snapshot, isTerminal);
      },
      requestRelist: () => {
        this.#pleg.request();
      },
      finished: () => {
        this.#workerFinished();
      },
    });
  }

  #makePleg(): Pleg {
    return new Pleg(this.clock, this.#runtime, this.#cache, {
      podChanged: () => {
        this.#syncPod();
      },
      removesAll: () => this.#worker.isDeleted && this.#worker.isTerminated,
    });
  }

  run(): void {
    this.#pleg.start();
    this.#startTicks();
    this.#worker.start();
    this.#syncPod();
    this.#planScenario();
    this.clock.runUntil(() => this.#end);
  }

  #planScenario(): void {
    const { deleteAt, gates = [] } = this.scenario;
    for (const { at, type, status } of gates)
      this.clock.at(micros(at), () => {
        this.#setGate(type, status);
      });
    if (deleteAt !== undefined)
      this.clock.at(micros(deleteAt), () => {
        this.#delete();
      });
  }

  #syncPod(): void {
    if (this.#isKnown) this.#worker.update(this.#deletionGrace);
  }

  #startTicks(): void {
    let ticks = 0;
    const tick = () => {
      if (this.#worker.queuedFor < this.clock.now || this.#isPastDeadline()) {
        this.#worker.queuedFor = Infinity;
        this.#syncPod();
      }
      if (++ticks % ticksOfHousekeeping === 0) this.#housekeep();
      this.clock.after(second, tick);
    };
    this.clock.at(tickOffset, tick);
  }

  /** HandlePodCleanups. */
  #housekeep(): void {
    this.#backOff.forgetOld();
    if (!this.#isKnown && !this.#worker.isFinished) this.#worker.requeue();
  }

  /** PastActiveDeadline, pkg/kubelet/active_deadline.go: counts from the start in whole seconds. */
  #isPastDeadline(): boolean {
    const { activeDeadlineSeconds } = this.pod.spec;
    if (activeDeadlineSeconds === undefined || !this.#statuses.status) return false;
    return this.clock.now >= activeDeadlineSeconds * second;
  }

  #probeChanged(kind: ProbeKind, containerId: number, outcome: ProbeOutcome): void {
    const good = outcome === 'success';
    if (kind === 'livenessProbe' && outcome !== 'failure') return;
    if (this.#isKnown && kind === 'readinessProbe') this.#statuses.setReady(containerId, good);
    if (this.#isKnown && kind === 'startupProbe') this.#statuses.setStarted(containerId, good);
    this.#syncPod();
  }

  #write(snapshot: PodSnapshot, isTerminal: boolean): void {
    this.#statuses.set(
      writePodStatus({
        pod: this.pod,
        snapshot,
        old: this.#statuses.status,
        startErrors: this.#startErrors,
        isTerminal,
        pastDeadline: this.#isPastDeadline(),
        probed: (containers) => {
          this.#prober.update(containers);
        },
      }),
    );
  }

  /** SyncPod, pkg/kubelet/kubelet.go. */
  *#sync(snapshot: PodSnapshot): Process<SyncOutcome> {
    this.#write(snapshot, false);
    const { status } = this.#statuses;
    if (!status || hasEnded(status.phase)) return { terminal: true, results: [] };
    this.#prober.addPod();
    const restartAll = conditionOf(status, 'AllContainersRestarting')?.status === 'True';
    const results = yield* this.#runtimeSync(snapshot).run(restartAll);
    for (const { action, name = '', error } of results)
      if (action === 'start') {
        if (error === undefined) this.#startErrors.delete(name);
        else this.#startErrors.set(name, error);
      }
    if (restartAll && results.some(({ action }) => action === 'remove')) this.#syncPod();
    return { terminal: false, results };
  }

  #runtimeSync(snapshot: PodSnapshot): RuntimeSync {
    const parts = {
      clock: this.clock,
      journal: this.journal,
      runtime: this.#runtime,
      killer: this.#killer,
      images: this.#images,
      backOff: this.#backOff,
      prober: this.#prober,
      statuses: this.#statuses,
      pod: this.pod,
    };
    return new RuntimeSync(parts, snapshot);
  }

  /**
   * A condition of somebody else: a sync follows if Ready, or its message, changes with it (HandlePodReconcile). With a
   * sidecar it always does: NeedToReconcilePodReadiness (pkg/kubelet/status) forgets the statuses of init containers.
   */
  #setGate(type: string, status: string): void {
    const before = this.pod.otherConditions.find((condition) => condition.type === type);
    const others = this.pod.otherConditions.filter((condition) => condition !== before);
    this.pod.otherConditions = [...others, { type, status }];
    const { status: own } = this.#statuses;
    const sidecar = (this.pod.spec.initContainers ?? []).some(isSidecar);
    this.#told = own;
    const ready = own !== undefined && conditionOf(own, 'ContainersReady')?.status === 'True';
    if (sidecar || (ready && before?.status !== status)) this.#syncPod();
  }

  /** One that has ended, or with a grace period of 0, is gone at once. */
  #delete(): void {
    if (!this.#isKnown) return;
    const grace = this.scenario.deleteGrace ?? graceOf(this.pod.spec);
    const { status } = this.#statuses;
    if (grace === 0 || (status && hasEnded(status.phase))) {
      this.#remove();
      return;
    }
    this.#deletionGrace = grace;
    this.#syncPod();
  }

  #remove(): void {
    this.journal.noteGone();
    this.#isKnown = false;
    this.#worker.update(this.#deletionGrace, { killed: true });
  }

  #workerFinished(): void {
    this.#statuses.terminate(this.#told);
    if (this.#deletionGrace !== undefined) this.#remove();
    const { deleteAt = 0 } = this.scenario;
    this.#end = Math.min(this.#end, Math.max(this.clock.now + afterword, micros(deleteAt)));
  }
}
