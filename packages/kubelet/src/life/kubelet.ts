import type { ProbeKind } from '../probe-timeline/worker.js';
import { isSidecar } from '../restart-policy.js';
import { BackOff } from './back-off.js';
import { Beat, type Chance } from './beat.js';
import { Clock, type Micros, micros, second } from './clock.js';
import { ImagePuller } from './image-puller.js';
import { Journal } from './journal.js';
import { Killer } from './killer.js';
import { type LiveStatus, conditionOf, hasEnded } from './live-status.js';
import { type LivePod, graceOf } from './pod.js';
import type { PodSnapshot } from './pod-cache.js';
import { PodStatusWriter } from './pod-status-writer.js';
import { PodWorker, type SyncOutcome } from './pod-worker.js';
import { Pleg } from './pleg.js';
import type { ProbeOutcome } from './probe-worker.js';
import { Prober } from './prober.js';
import type { Process } from './process.js';
import { Runtime } from './runtime.js';
import type { Scenario } from './scenario.js';
import { StatusManager } from './status-manager.js';
import { RuntimeSync } from './sync-runtime.js';

/** How much is told after the kubelet is done with the Pod. */
const afterword = 5 * second;

/** The sync loop (pkg/kubelet/kubelet.go) of a kubelet with one Pod, and the API server beside it. */
export class Kubelet {
  readonly clock = new Clock();
  readonly journal = new Journal(this.clock);
  readonly #runtime: Runtime;
  readonly #statuses: StatusManager;
  readonly #prober: Prober;
  readonly #writer: PodStatusWriter;
  readonly #killer: Killer;
  readonly #images: ImagePuller;
  readonly #beat: Beat;
  readonly #backOff: BackOff;
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
  /** Only the tick that was planned last counts. */
  #planned = 0;

  constructor(
    private readonly pod: LivePod,
    private readonly scenario: Scenario,
    chance: Chance,
  ) {
    const { clock, journal } = this;
    const beat = new Beat(chance);
    this.#beat = beat;
    this.#backOff = new BackOff(clock, (now) => beat.housekeepingBefore(now));
    this.#end = micros(scenario.horizon);
    this.#runtime = new Runtime(clock, journal, scenario);
    this.#statuses = new StatusManager(pod, journal, (name) => {
      this.#prober.wake(name);
    });
    const changed = (kind: ProbeKind, containerId: number, outcome: ProbeOutcome) => {
      this.#probeChanged(kind, containerId, outcome);
    };
    this.#prober = new Prober({ clock, runtime: this.#runtime, statuses: this.#statuses, spec: pod.spec, changed });
    this.#writer = new PodStatusWriter(pod, this.#prober);
    this.#killer = new Killer(clock, this.#runtime, journal, pod);
    this.#images = new ImagePuller(clock, this.#runtime, journal);
    this.#pleg = this.#makePleg();
    this.#worker = this.#makeWorker();
  }

  #makeWorker(): PodWorker {
    return new PodWorker({
      clock: this.clock,
      beat: this.#beat,
      pod: this.pod,
      cache: this.#pleg.cache,
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
      lookAgainAfter: (moment) => {
        this.#lookAgainAfter(moment);
      },
      finished: () => {
        this.#workerFinished();
      },
    });
  }

  #makePleg(): Pleg {
    return new Pleg(this.clock, this.#beat, this.#runtime, {
      podChanged: () => {
        this.#syncPod();
      },
      removesAll: () => this.#worker.isDeleted && this.#worker.isTerminated,
    });
  }

  run(): void {
    this.#worker.start();
    this.#syncPod();
    this.#watchDeadline();
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

  /** A tick of the sync loop finds the Pod if its time has come before. */
  #lookAgainAfter(moment: Micros): void {
    const planned = ++this.#planned;
    this.clock.at(this.#beat.tickAfter(moment), () => {
      if (planned === this.#planned) this.#syncPod();
    });
  }

  /** Every tick finds a Pod that is past its deadline. */
  #watchDeadline(): void {
    const { activeDeadlineSeconds } = this.pod.spec;
    if (activeDeadlineSeconds === undefined) return;
    this.clock.at(activeDeadlineSeconds * second, () => {
      this.#pleg.cache.hurry();
    });
    const tick = () => {
      if (this.#worker.isFinished) return;
      this.#syncPod();
      this.clock.after(second, tick);
    };
    this.clock.at(this.#beat.tickAfter(activeDeadlineSeconds * second - 1), tick);
  }

  /** HandlePodCleanups: the worker of a Pod whose object is gone is told to go on. */
  #hurryOrphan(): void {
    if (this.#worker.isFinished) return;
    this.#worker.requeue();
    this.clock.at(this.#beat.housekeepingAfter(this.clock.now), () => {
      this.#hurryOrphan();
    });
  }

  /** PastActiveDeadline, pkg/kubelet/active_deadline.go: counts from the start in whole seconds. */
  #isPastDeadline(): boolean {
    const { activeDeadlineSeconds } = this.pod.spec;
    if (activeDeadlineSeconds === undefined || !this.#statuses.status) return false;
    return this.clock.now >= activeDeadlineSeconds * second;
  }

  #probeChanged(kind: ProbeKind, containerId: number, outcome: ProbeOutcome): void {
    this.#noteProbe(kind, containerId, outcome);
    const good = outcome === 'success';
    if (kind === 'livenessProbe' && outcome !== 'failure') return;
    const before = this.#statuses.status;
    if (this.#isKnown && kind === 'readinessProbe') this.#statuses.setReady(containerId, good);
    if (this.#isKnown && kind === 'startupProbe') this.#statuses.setStarted(containerId, good);
    if (this.#statuses.status !== before || !this.#statuses.isEnd(containerId)) this.#syncPod();
    else if (this.#isKnown) this.#worker.updateWithoutNews(this.#deletionGrace);
  }

  /** Of a container that has ended, no probe says anything. */
  #noteProbe(probe: ProbeKind, containerId: number, outcome: ProbeOutcome): void {
    const { name, state } = this.#runtime.find(containerId)?.seen ?? {};
    if (name !== undefined && state === 'running' && outcome !== 'unknown')
      this.journal.noteProbe({ container: name, probe, outcome });
  }

  #write(snapshot: PodSnapshot, isTerminal: boolean): void {
    this.#statuses.set(
      this.#writer.write({
        snapshot,
        old: this.#statuses.status,
        startErrors: this.#startErrors,
        isTerminal,
        pastDeadline: this.#isPastDeadline(),
      }),
    );
  }

  /** SyncPod, pkg/kubelet/kubelet.go. */
  *#sync(snapshot: PodSnapshot): Process<SyncOutcome> {
    const { status: before } = this.#statuses;
    this.#write(snapshot, false);
    const { status } = this.#statuses;
    if (!status || hasEnded(status.phase)) return { terminal: true, results: [], isIdle: false };
    this.#prober.addPod();
    const restartAll = conditionOf(status, 'AllContainersRestarting')?.status === 'True';
    const results = yield* this.#runtimeSync(snapshot).run(restartAll);
    for (const { action, name = '', error } of results)
      if (action === 'start') {
        if (error === undefined) this.#startErrors.delete(name);
        else this.#startErrors.set(name, error);
      }
    if (restartAll && results.some(({ action }) => action === 'remove')) this.#syncPod();
    return { terminal: false, results, isIdle: results.length === 0 && this.#statuses.status === before };
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
    this.#pleg.cache.hurry();
    const { status: own } = this.#statuses;
    const sidecar = (this.pod.spec.initContainers ?? []).some(isSidecar);
    this.#told = own;
    const ready = own !== undefined && conditionOf(own, 'ContainersReady')?.status === 'True';
    if (sidecar || (ready && before?.status !== status)) this.#syncPod();
  }

  /** One that has ended, or with a grace period of 0, is gone at once. */
  #delete(): void {
    if (!this.#isKnown) return;
    if (this.pod.isStatic) {
      this.#removeFile();
      return;
    }
    const grace = this.scenario.deleteGrace ?? graceOf(this.pod.spec);
    const { status } = this.#statuses;
    if (grace === 0 || (status && hasEnded(status.phase))) {
      this.#remove();
      return;
    }
    this.#deletionGrace = grace;
    this.#syncPod();
  }

  /** HandlePodRemoves; the mirror Pod is removed by the housekeeping after the worker's end (HandlePodCleanups). */
  #removeFile(): void {
    if (this.#worker.isFinished) this.#removeMirror();
    this.#lose();
    this.#end = Math.min(micros(this.scenario.horizon), Math.max(this.#end, this.clock.now + afterword));
  }

  #removeMirror(): void {
    this.clock.at(this.#beat.housekeepingAfter(this.clock.now), () => {
      this.journal.noteGone();
    });
  }

  #remove(): void {
    this.journal.noteGone();
    this.#lose();
  }

  #lose(): void {
    this.#isKnown = false;
    this.#worker.update(this.#deletionGrace, { killed: true });
    this.clock.at(this.#beat.housekeepingAfter(this.clock.now), () => {
      this.#hurryOrphan();
    });
  }

  #workerFinished(): void {
    this.#statuses.terminate(this.#told);
    if (this.#deletionGrace !== undefined) this.#remove();
    if (this.pod.isStatic && !this.#isKnown) this.#removeMirror();
    const { deleteAt = 0 } = this.scenario;
    this.#end = Math.min(this.#end, Math.max(this.clock.now + afterword, micros(deleteAt)));
  }
}
