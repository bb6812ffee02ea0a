import { type Container, type PodSpec, isSidecar } from '../restart-policy.js';
import type { ContainerStatus, StatusByName } from './container-tally.js';
import type { Phase } from './phase.js';

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string | undefined;
}

/** GenerateContainersReadyCondition, pkg/kubelet/status/generate.go; init containers do not count, sidecars do. */
export function containersReady(spec: PodSpec, statuses: StatusByName, phase: Phase): Condition {
  const type = 'ContainersReady';
  if (statuses.size === 0) return { type, status: 'False', reason: 'UnknownContainerStatuses' };
  const counting = [...(spec.initContainers ?? []).filter(isSidecar), ...(spec.containers ?? [])];
  const found = counting.map(({ name = '' }) => statuses.get(name));
  if (phase === 'Succeeded' && !found.includes(undefined)) return { type, status: 'False', reason: 'PodCompleted' };
  if (phase === 'Failed') return { type, status: 'False', reason: 'PodFailed' };
  if (found.every((status) => status?.ready)) return { type, status: 'True' };
  return { type, status: 'False', reason: 'ContainersNotReady' };
}

/** GeneratePodReadyCondition, pkg/kubelet/status/generate.go: as the containers, and every readiness gate is True. */
export function podReady(spec: PodSpec, ofContainers: Condition, others: readonly Condition[]): Condition {
  const type = 'Ready';
  if (ofContainers.status !== 'True') return { ...ofContainers, type };
  const open = spec.readinessGates?.every(({ conditionType }) =>
    others.some((condition) => condition.type === conditionType && condition.status === 'True'),
  );
  return open === false ? { type, status: 'False', reason: 'ReadinessGatesNotReady' } : { type, status: 'True' };
}

/**
 * GeneratePodInitializedCondition, pkg/kubelet/status/generate.go. Once a regular container has started, or the Pod has
 * been initialized before (a RestartAllContainers rule runs the init containers again), it stays so.
 */
export function podInitialized(
  spec: PodSpec,
  statuses: StatusByName,
  { phase, before }: { readonly phase: Phase; readonly before: boolean },
): Condition {
  const type = 'Initialized';
  const init = spec.initContainers ?? [];
  if (statuses.size === 0 && init.length > 0) return { type, status: 'False', reason: 'UnknownContainerStatuses' };
  const known = init.every(({ name = '' }) => statuses.has(name));
  if (phase === 'Succeeded' && known) return { type, status: 'True', reason: 'PodCompleted' };
  const done = init.every((container) => hasInitialized(container, statuses.get(container.name ?? '')));
  if (done || before || anyRegularStarted(spec, statuses)) return { type, status: 'True' };
  return { type, status: 'False', reason: 'ContainersNotInitialized' };
}

function hasInitialized(container: Container, status: ContainerStatus | undefined): boolean {
  return (isSidecar(container) ? status?.started : status?.ready) ?? false;
}

/** HasAnyRegularContainerStarted, pkg/kubelet/container/helpers.go. */
function anyRegularStarted({ containers }: PodSpec, statuses: StatusByName): boolean {
  return (containers ?? []).some(({ name = '' }) => {
    const state = statuses.get(name)?.state;
    return state?.running !== undefined || state?.terminated !== undefined;
  });
}
