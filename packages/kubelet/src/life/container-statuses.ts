import {
  type RuntimeView,
  anyRegularCreated,
  newestOf,
  shouldAllRestart,
  shouldBeRestarted,
} from '../pod-actions/runtime-view.js';
import { type Container, isSidecar, restartsAllContainers } from '../restart-policy.js';
import { type LiveContainer, type LiveState, type LiveStatus, conditionOf } from './live-status.js';
import type { LivePod } from './pod.js';
import type { PodSnapshot, SeenRecord } from './pod-cache.js';

export interface StatusSources {
  readonly pod: LivePod;
  readonly snapshot: PodSnapshot;
  readonly old: LiveStatus | undefined;
  /** Why a container could not be started (pkg/kubelet/reason_cache.go). */
  readonly startErrors: ReadonlyMap<string, string>;
}

const killedCode = 137;
/** The container is gone from the runtime, and nobody saw its end. */
export const lost = { exitCode: killedCode, reason: 'ContainerStatusUnknown' };
const restarting = 'RestartingAllContainers';

export function viewOf({ pod, snapshot }: Pick<StatusSources, 'pod' | 'snapshot'>): RuntimeView {
  return {
    spec: pod.spec,
    sandbox: snapshot.sandbox,
    statuses: snapshot.records,
    newest: snapshot.newest,
    deleted: pod.deletionGrace !== undefined,
  };
}

/** ShouldAllContainersRestart, pkg/kubelet/container/helpers.go, with what the status remembers. */
export function allRestart(view: RuntimeView, old: LiveStatus | undefined): boolean {
  return shouldAllRestart(view) || (old !== undefined && statusAsksForAll(view, old));
}

export function statusAsksForAll({ spec }: Pick<RuntimeView, 'spec'>, old: LiveStatus): boolean {
  if (conditionOf(old, 'AllContainersRestarting')?.status === 'True') return true;
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])].some((container) => {
    const end = old.containers.get(container.name ?? '')?.state.terminated;
    return end !== undefined && restartsAllContainers(container, end.exitCode);
  });
}

/** ConvertToAPIContainerStatuses, pkg/kubelet/kubelet_pods.go, of init containers and of regular ones. */
export function containerStatuses(sources: StatusSources): Map<string, LiveContainer> {
  const { spec } = sources.pod;
  const view = viewOf(sources);
  const restart = allRestart(view, sources.old);
  const statuses = new Map<string, LiveContainer>();
  for (const container of [...(spec.containers ?? []), ...(spec.initContainers ?? [])]) {
    const name = container.name ?? '';
    const seen = seenStatus(sources, name) ?? missingStatus(sources, name, restart);
    const isInit = spec.initContainers?.includes(container) ?? false;
    statuses.set(
      name,
      isInit ? settleInit(sources, view, container, seen) : failedToStart(sources, view, container, seen),
    );
  }
  return statuses;
}

function defaultStatus({ pod: { spec }, old }: StatusSources, name: string): LiveContainer {
  const before = old?.containers.get(name);
  if (before?.state.terminated) return before;
  const reason = (spec.initContainers ?? []).length > 0 ? 'PodInitializing' : 'ContainerCreating';
  const { restartCount = 0, lastState } = before ?? {};
  return { name, restartCount, ready: false, lastState, state: { waiting: { reason } } };
}

/** The runtime has nothing of that name: what becomes of one that was there before. */
function missingStatus(sources: StatusSources, name: string, restart: boolean): LiveContainer {
  const status = defaultStatus(sources, name);
  const before = sources.old?.containers.get(name);
  if (!before) return status;
  if (restart && !before.state.waiting) {
    const lastState = { terminated: { exitCode: killedCode, reason: restarting } };
    return { ...status, restartCount: before.restartCount + 1, lastState, state: { waiting: { reason: restarting } } };
  }
  if (!before.state.running || status.lastState?.terminated) return status;
  const again = sources.pod.deletionGrace === undefined ? 1 : 0;
  return { ...status, restartCount: status.restartCount + again, lastState: { terminated: lost } };
}

function seenStatus({ snapshot, old }: StatusSources, name: string): LiveContainer | undefined {
  const [newest, earlier] = snapshot.records.filter((record) => record.name === name);
  if (!newest) return undefined;
  const status = converted(newest, old?.containers.get(name));
  return earlier ? { ...status, lastState: stateOf(earlier) } : status;
}

function stateOf({ state, startedAt, exitCode, reason }: SeenRecord): LiveState {
  return state === 'running' ? { running: { startedAt } } : { terminated: { exitCode, reason } };
}

/**
 * What a RestartAllContainers rule removed from the runtime is remembered by the status alone: its last end, and how
 * often it was restarted.
 */
function converted(record: SeenRecord, old: LiveContainer | undefined): LiveContainer {
  const { id, name } = record;
  const endedBefore = old?.state.terminated && old.containerId !== id ? old.state : undefined;
  const base = { name, containerId: id, ready: false, lastState: endedBefore ?? lastEnd(old), state: stateOf(record) };
  const restartCount = Math.max(record.restartCount, old?.restartCount ?? 0);
  if (record.state !== 'running') return { ...base, restartCount };
  const again = old?.state.terminated && old.restartCount >= record.restartCount;
  return { ...base, restartCount: again ? old.restartCount + 1 : restartCount, started: old?.started };
}

function lastEnd(old: LiveContainer | undefined): LiveState | undefined {
  return old?.lastState?.terminated && old.lastState;
}

/** Once a regular container was made, an init container that is gone has ended well. */
function settleInit(
  sources: StatusSources,
  view: RuntimeView,
  container: Container,
  status: LiveContainer,
): LiveContainer {
  const seen = newestOf(view, container.name);
  if (seen?.state === 'exited' && seen.exitCode === 0) return status;
  if (!seen && status.state.waiting && !isSidecar(container) && anyRegularCreated(view))
    return { ...status, state: { terminated: { exitCode: 0, reason: 'Completed' } } };
  return failedToStart(sources, view, container, status);
}

/** One that ought to run, and whose start failed before, is waiting. */
function failedToStart(
  { startErrors }: StatusSources,
  view: RuntimeView,
  container: Container,
  status: LiveContainer,
): LiveContainer {
  const reason = startErrors.get(container.name ?? '');
  if (reason === undefined || !shouldBeRestarted(view, container)) return status;
  const lastState = status.state.terminated ? status.state : status.lastState;
  return { ...status, lastState, state: { waiting: { reason } } };
}
