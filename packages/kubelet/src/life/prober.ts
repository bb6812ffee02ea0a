import { type ProbeKind, probeKinds } from '../probe-timeline/worker.js';
import { type Container, type PodSpec, isSidecar } from '../restart-policy.js';
import type { Clock } from './clock.js';
import type { LiveContainer } from './live-status.js';
import { type ProbeOutcome, ProbeWorker } from './probe-worker.js';
import type { Runtime } from './runtime.js';
import type { StatusManager } from './status-manager.js';

interface ProberParts {
  readonly clock: Clock;
  readonly runtime: Runtime;
  readonly statuses: StatusManager;
  readonly spec: PodSpec;
  /** A probe has a new result: the sync loop hears of it. */
  readonly changed: (kind: ProbeKind, containerId: number, outcome: ProbeOutcome) => void;
}

/** The probe manager and its results (pkg/kubelet/prober). */
export class Prober {
  readonly #results = new Map<string, ProbeOutcome>();
  readonly #workers = new Map<string, ProbeWorker>();

  constructor(private readonly parts: ProberParts) {}

  result(kind: ProbeKind, containerId: number | undefined): ProbeOutcome | undefined {
    return this.#results.get(`${kind} ${containerId}`);
  }

  /** AddPod: stops at the first worker that is there already. */
  addPod(): void {
    for (const container of probed(this.parts.spec))
      for (const kind of probeKinds) {
        const probe = container[kind];
        if (!probe) continue;
        const key = `${kind} ${container.name}`;
        if (this.#workers.has(key)) return;
        const worker = new ProbeWorker({
          kind,
          probe,
          container,
          ...this.parts,
          results: this,
          ended: () => this.#end(key, worker),
        });
        this.#workers.set(key, worker);
        worker.start();
      }
  }

  #end(key: string, worker: ProbeWorker): void {
    this.#workers.delete(key);
    this.remove(worker.kind, worker.containerId);
  }

  /** Only news are told. */
  set(kind: ProbeKind, containerId: number, outcome: ProbeOutcome): void {
    const key = `${kind} ${containerId}`;
    if (this.#results.get(key) === outcome) return;
    this.#results.set(key, outcome);
    this.parts.changed(kind, containerId, outcome);
  }

  remove(kind: ProbeKind, containerId: number | undefined): void {
    this.#results.delete(`${kind} ${containerId}`);
  }

  /** The status of a container has changed. */
  wake(name: string): void {
    for (const kind of probeKinds) this.#workers.get(`${kind} ${name}`)?.wake();
  }

  /** StopLivenessAndStartup: of the regular containers alone. */
  stopLivenessAndStartup(): void {
    for (const { name } of this.parts.spec.containers ?? [])
      for (const kind of ['livenessProbe', 'startupProbe'] as const) this.#workers.get(`${kind} ${name}`)?.stop();
  }

  removePod(): void {
    for (const worker of [...this.#workers.values()]) worker.stop();
  }

  /** UpdatePodStatus: whether each container has started and is ready; one that is not yet is probed at once. */
  update(statuses: Map<string, LiveContainer>): void {
    const { spec } = this.parts;
    for (const [name, status] of statuses) {
      const started = this.#hasStarted(status);
      const init = spec.initContainers?.find((container) => container.name === name);
      const ready = init && !isSidecar(init) ? status.ready || hasSucceeded(status) : this.#isReady(status, started);
      statuses.set(name, { ...status, started, ready });
    }
  }

  #hasStarted({ name, state, containerId, started }: LiveContainer): boolean {
    if (!state.running) return false;
    const result = this.result('startupProbe', containerId);
    if (result) return result === 'success';
    return started === true || !this.#workers.has(`startupProbe ${name}`);
  }

  #isReady({ name, state, containerId, ready }: LiveContainer, started: boolean): boolean {
    if (!started) return ready;
    if (!state.running) return false;
    if (this.result('readinessProbe', containerId) === 'success') return true;
    const worker = this.#workers.get(`readinessProbe ${name}`);
    worker?.trigger();
    return !worker;
  }
}

function probed({ containers, initContainers }: PodSpec): readonly Container[] {
  return [...(containers ?? []), ...(initContainers ?? []).filter(isSidecar)];
}

function hasSucceeded({ state }: LiveContainer): boolean {
  return state.terminated?.exitCode === 0;
}
