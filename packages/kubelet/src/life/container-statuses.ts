import { type RuntimeView, allContainers, anyRegularCreated, shouldAllRestart } from '../pod-actions/runtime-view.js';
import { type Container, isSidecar, restartsAllContainers } from '../restart-policy.js';
import { ContainerStatusMaker, type PodState, type ProbeResults } from './container-status.js';
import { type LiveStatus, conditionOf } from './live-status.js';
import type { LivePod } from './pod.js';
import { type PodSnapshot, recordsOf } from './pod-cache.js';

type StatusByName = LiveStatus['containers'];

export interface StatusSources {
  readonly snapshot: PodSnapshot;
  readonly old: LiveStatus | undefined;
  /** Why a container could not be started (pkg/kubelet/reason_cache.go). */
  readonly startErrors: ReadonlyMap<string, string>;
}

/** What the actions are made of, without probes. */
export function viewOf({ pod, snapshot }: { readonly pod: LivePod; readonly snapshot: PodSnapshot }): RuntimeView {
  return {
    spec: pod.spec,
    sandbox: snapshot.sandboxes[0],
    records: snapshot.records,
    newest: { get: (name) => recordsOf(snapshot, name)[0] },
    deleted: pod.deletionGrace !== undefined,
  };
}

/** ShouldAllContainersRestart, pkg/kubelet/container/helpers.go, with what the status remembers. */
export function allRestart(pod: LivePod, view: RuntimeView, old: LiveStatus | undefined): boolean {
  if (!pod.hasRestartAllRule) return false;
  return shouldAllRestart(view) || (old !== undefined && statusAsksForAll(view, old));
}

export function statusAsksForAll({ spec }: Pick<RuntimeView, 'spec'>, old: LiveStatus): boolean {
  if (conditionOf(old, 'AllContainersRestarting')?.status === 'True') return true;
  return allContainers(spec).some((container) => {
    const end = old.containers.get(container.name ?? '')?.state.terminated;
    return end !== undefined && restartsAllContainers(container, end.exitCode);
  });
}

/** ConvertToAPIContainerStatuses, pkg/kubelet/kubelet_pods.go, of regular containers and of init containers. */
export class ContainerStatuses {
  readonly #makers: readonly ContainerStatusMaker[];
  #ofPod: PodState = { restart: false, deleted: false, created: false };
  #seen: StatusByName = new Map();
  #probed: StatusByName = new Map();

  constructor(private readonly pod: LivePod) {
    const { containers = [], initContainers = [] } = pod.spec;
    this.#makers = [
      ...containers.map((container) => new ContainerStatusMaker(pod, container, 'regular')),
      ...initContainers.map((container) => new ContainerStatusMaker(pod, container, roleOf(container))),
    ];
  }

  /** What the runtime has; if nothing is another than the last time, the map is not either. */
  see({ snapshot, old, startErrors }: StatusSources): StatusByName {
    const ofPod = this.#stateOfPod(viewOf({ pod: this.pod, snapshot }), old);
    let changed = false;
    for (const maker of this.#makers) {
      const { name } = maker;
      const records = recordsOf(snapshot, name);
      if (maker.see(ofPod, records, old?.containers.get(name), startErrors.get(name))) changed = true;
    }
    if (changed) this.#seen = new Map(this.#makers.map(({ name, seen }) => [name, seen]));
    return this.#seen;
  }

  /** With what the probes say of it. */
  probe(probes: ProbeResults): StatusByName {
    let changed = false;
    for (const maker of this.#makers) if (maker.probe(probes)) changed = true;
    if (changed) this.#probed = new Map(this.#makers.map(({ name, status }) => [name, status]));
    return this.#probed;
  }

  #stateOfPod(view: RuntimeView, old: LiveStatus | undefined): PodState {
    const { deleted = false } = view;
    const restart = allRestart(this.pod, view, old);
    const created = anyRegularCreated(view);
    const last = this.#ofPod;
    const same = last.restart === restart && last.deleted === deleted && last.created === created;
    if (!same) this.#ofPod = { restart, deleted, created };
    return this.#ofPod;
  }
}

function roleOf(container: Container): 'init' | 'sidecar' {
  return isSidecar(container) ? 'sidecar' : 'init';
}
