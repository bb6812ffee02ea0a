import { containersReady, podReady } from '../pod-status/conditions.js';
import type { Condition } from '../pod-status/index.js';
import { type Container, hasRestartAllRule, isSidecar, restartsAfterExit } from '../restart-policy.js';
import { lost } from './container-status.js';
import type { Journal } from './journal.js';
import { type LiveContainer, type LiveStatus, hasEnded, withKept } from './live-status.js';
import type { LivePod } from './pod.js';

type StatusByName = LiveStatus['containers'];

/** The Pod's status as the kubelet keeps and reports it (pkg/kubelet/status/status_manager.go). */
export class StatusManager {
  status: LiveStatus | undefined;

  constructor(
    private readonly pod: LivePod,
    private readonly journal: Journal,
    /** A container's status has changed. */
    private readonly changed: (name: string) => void,
  ) {}

  set(written: LiveStatus): void {
    const before = this.status;
    const status = before ? withKept(before, written) : written;
    if (status === before || (before && !isLegal(this.pod, before, status))) return;
    this.status = status;
    this.journal.noteStatus(status);
    for (const [name, container] of status.containers)
      if (hasEnded(status.phase) || isNews(before?.containers.get(name), container)) this.changed(name);
  }

  /** SetContainerReadiness: also the conditions that follow. */
  setReady(containerId: number, ready: boolean): void {
    const changed = this.#with(containerId, (container) => ({ ...container, ready }));
    if (!changed) return;
    const { spec, otherConditions } = this.pod;
    const ofContainers = containersReady(spec, changed.containers, changed.phase);
    const both = [podReady(spec, ofContainers, otherConditions), ofContainers];
    this.set({ ...changed, conditions: both.reduce(replaced, changed.conditions) });
  }

  /** SetContainerStartup. */
  setStarted(containerId: number, started: boolean): void {
    const changed = this.#with(containerId, (container) => ({ ...container, started }));
    if (changed) this.set(changed);
  }

  /** Whether a container is known to have ended. */
  isEnd(containerId: number): boolean {
    for (const container of this.status?.containers.values() ?? [])
      if (container.containerId === containerId) return container.state.terminated !== undefined;
    return false;
  }

  /** OnPodSandboxReady, pkg/kubelet/kubelet.go. */
  setSandboxReady(): void {
    if (!this.status) return;
    const ready = { type: 'PodReadyToStartContainers', status: 'True' };
    this.set({ ...this.status, conditions: replaced(this.status.conditions, ready) });
  }

  /**
   * TerminatePod: what did not end has been lost, and the Pod has failed if it did not end. `told` is the status in the
   * object that the kubelet was given last, by which it decides whether the Pod was initialized.
   */
  terminate(told: LiveStatus | undefined): void {
    if (!this.status) return;
    const { phase, containers } = this.status;
    const lostNames = namesLost(this.pod, containers, told?.containers ?? new Map());
    const settled = new Map(
      Array.from(containers, ([name, status]) => [name, lostNames.has(name) ? asLost(status) : status] as const),
    );
    const ended = hasEnded(phase) || this.pod.isStatic ? phase : 'Failed';
    this.set({ ...this.status, phase: ended, containers: settled });
  }

  #with(containerId: number, change: (status: LiveContainer) => LiveContainer): LiveStatus | undefined {
    const { status } = this;
    const found = status && [...status.containers.values()].find((container) => container.containerId === containerId);
    return found && { ...status, containers: new Map(status.containers).set(found.name, change(found)) };
  }
}

function replaced(conditions: readonly Condition[], condition: Condition): readonly Condition[] {
  return conditions.map((other) => (other.type === condition.type ? condition : other));
}

/** What a probe worker asks a status for. */
function isNews(before: LiveContainer | undefined, now: LiveContainer): boolean {
  if (!before || before.containerId !== now.containerId || before.started !== now.started) return true;
  return (before.state.running === undefined) !== (now.state.running === undefined);
}

function asLost(status: LiveContainer): LiveContainer {
  return status.state.terminated ? status : { ...status, state: { terminated: lost } };
}

/** Regular containers of a Pod that was initialized; of the init containers those that were ever begun. */
function namesLost(
  { spec: { initContainers = [], containers = [] } }: LivePod,
  statuses: StatusByName,
  told: StatusByName,
): ReadonlySet<string> {
  const init = initContainers.map(({ name = '' }) => name);
  const regular = containers.map(({ name = '' }) => name);
  const lastBegun = init.findLastIndex((name) => hasBegun(statuses.get(name)));
  const initialized =
    init.length === 0 || regular.some((name) => hasBegun(told.get(name))) || lastInitDone(initContainers, told);
  return new Set([...init.slice(0, Math.max(lastBegun, 0) + 1), ...(initialized ? regular : [])]);
}

function hasBegun(status: LiveContainer | undefined): boolean {
  return status !== undefined && (!status.state.waiting || status.lastState?.terminated !== undefined);
}

function lastInitDone(init: readonly Container[], containers: StatusByName): boolean {
  const last = init.at(-1);
  const status = containers.get(last?.name ?? '');
  if (!last || !status) return false;
  if (isSidecar(last)) return status.state.running !== undefined && status.started === true;
  return [status.state, status.lastState].some((state) => state?.terminated?.exitCode === 0);
}

/** CheckContainerStateTransition: a status in which a container that has ended for good begins again is not taken. */
function isLegal({ spec }: LivePod, old: LiveStatus, status: LiveStatus): boolean {
  if ((spec.restartPolicy ?? 'Always') === 'Always' || hasRestartAllRule(spec)) return true;
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])].every((container) => {
    const name = container.name ?? '';
    const end = old.containers.get(name)?.state.terminated;
    if (!end || status.containers.get(name)?.state.terminated) return true;
    if (isSidecar(container) && spec.initContainers?.includes(container)) return true;
    if (end.exitCode !== 0 && spec.restartPolicy === 'OnFailure') return true;
    return restartsAfterExit(container, spec, end.exitCode);
  });
}
