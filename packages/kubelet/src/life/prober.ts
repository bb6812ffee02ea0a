import { type Probe, type ProbeKind, probeKinds } from '../probe-timeline/worker.js';
import { type Container, type PodSpec, isSidecar } from '../restart-policy.js';
import type { Clock } from './clock.js';
import { Hastened } from './hastened.js';
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

interface ContainerProbe {
  readonly container: Container;
  readonly kind: ProbeKind;
  readonly probe: Probe;
}

/** The probe manager and its results (pkg/kubelet/prober). */
export class Prober {
  /** By container id, and by name. */
  readonly #results = byKind<number | undefined, ProbeOutcome>();
  readonly #workers = byKind<string, ProbeWorker>();
  readonly #probes: readonly ContainerProbe[];
  /** Those that are no sidecars: they are ready when they have ended well. */
  readonly #init: ReadonlySet<string>;

  constructor(private readonly parts: ProberParts) {
    this.#probes = probesOf(parts.spec);
    const init = (parts.spec.initContainers ?? []).filter((container) => !isSidecar(container));
    this.#init = new Set(init.map(({ name = '' }) => name));
  }

  result(kind: ProbeKind, containerId: number | undefined): ProbeOutcome | undefined {
    return this.#results[kind].get(containerId);
  }

  /** AddPod: stops at the first worker that is there already. */
  addPod(): void {
    for (const { container, kind, probe } of this.#probes) {
      const workers = this.#workers[kind];
      const { name = '' } = container;
      if (workers.has(name)) return;
      const worker = new ProbeWorker({
        kind,
        probe,
        container,
        ...this.parts,
        results: this,
        ended: () => {
          workers.delete(name);
          this.remove(kind, worker.containerId);
        },
      });
      workers.set(name, worker);
      worker.start();
    }
  }

  /** Only news are told. */
  set(kind: ProbeKind, containerId: number, outcome: ProbeOutcome): void {
    if (this.#results[kind].get(containerId) === outcome) return;
    this.#results[kind].set(containerId, outcome);
    this.parts.changed(kind, containerId, outcome);
  }

  remove(kind: ProbeKind, containerId: number | undefined): void {
    this.#results[kind].delete(containerId);
  }

  hastened(): Hastened {
    return new Hastened([...this.#workers.readinessProbe.values()].filter((worker) => worker.isTriggered));
  }

  /** The status of a container has changed. */
  wake(name: string): void {
    for (const kind of probeKinds) this.#workers[kind].get(name)?.wake();
  }

  /** StopLivenessAndStartup: of the regular containers alone. */
  stopLivenessAndStartup(): void {
    for (const { name = '' } of this.parts.spec.containers ?? [])
      for (const kind of ['livenessProbe', 'startupProbe'] as const) this.#workers[kind].get(name)?.stop();
  }

  removePod(): void {
    for (const kind of probeKinds) for (const worker of [...this.#workers[kind].values()]) worker.stop();
  }

  /** UpdatePodStatus: whether a container is ready; one that is not yet is probed at once. */
  isReady(status: LiveContainer, started: boolean): boolean {
    if (this.#init.has(status.name)) return status.ready || hasSucceeded(status);
    return this.#isReady(status, started);
  }

  /** UpdatePodStatus: whether a container has started. */
  hasStarted({ name, state, containerId, started }: LiveContainer): boolean {
    if (!state.running) return false;
    const result = this.result('startupProbe', containerId);
    if (result) return result === 'success';
    return started === true || !this.#workers.startupProbe.has(name);
  }

  #isReady({ name, state, containerId, ready }: LiveContainer, started: boolean): boolean {
    if (!started) return ready;
    if (!state.running) return false;
    if (this.result('readinessProbe', containerId) === 'success') return true;
    const worker = this.#workers.readinessProbe.get(name);
    if (!worker) return true;
    worker.trigger();
    return false;
  }
}

function byKind<Key, Value>(): Readonly<Record<ProbeKind, Map<Key, Value>>> {
  return { startupProbe: new Map(), livenessProbe: new Map(), readinessProbe: new Map() };
}

function probesOf({ containers, initContainers }: PodSpec): ContainerProbe[] {
  const probed = [...(containers ?? []), ...(initContainers ?? []).filter(isSidecar)];
  return probed.flatMap((container) =>
    probeKinds.flatMap((kind) => {
      const probe = container[kind];
      return probe ? [{ container, kind, probe }] : [];
    }),
  );
}

function hasSucceeded({ state }: LiveContainer): boolean {
  return state.terminated?.exitCode === 0;
}
