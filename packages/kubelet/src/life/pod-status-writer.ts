import { containersReady, podInitialized, podReady } from '../pod-status/conditions.js';
import type { Condition } from '../pod-status/index.js';
import { type Phase, phaseOf } from '../pod-status/phase.js';
import { hasRestartAllRule } from '../restart-policy.js';
import { type StatusSources, allRestart, containerStatuses, viewOf } from './container-statuses.js';
import { type LiveContainer, type LiveStatus, conditionOf, hasEnded } from './live-status.js';
import type { PodSnapshot } from './pod-cache.js';

export interface WriterSources extends StatusSources {
  readonly isTerminal: boolean;
  readonly pastDeadline: boolean;
  /** UpdatePodStatus of the probe manager: whether the containers have started and are ready. */
  readonly probed: (statuses: Map<string, LiveContainer>) => void;
}

/** GenerateAPIPodStatus, pkg/kubelet/kubelet_pods.go. */
export function writePodStatus(sources: WriterSources): LiveStatus {
  const { old, probed } = sources;
  const containers = containerStatuses(sources);
  const { phase, reason } = phaseAndReason(sources, containers);
  probed(containers);
  return {
    phase,
    reason: reason ?? (phase === old?.phase ? old.reason : undefined),
    containers,
    conditions: conditionsOf(sources, containers, phase),
  };
}

function phaseAndReason(
  { pod, snapshot, old, isTerminal, pastDeadline }: WriterSources,
  containers: ReadonlyMap<string, LiveContainer>,
): { phase: Phase; reason?: string } {
  if (pastDeadline) return { phase: 'Failed', reason: 'DeadlineExceeded' };
  const regularContainerCreated = anyActiveRegular(pod.spec.containers ?? [], snapshot);
  const phase = phaseOf(pod.spec, containers, { isTerminal, regularContainerCreated });
  // A Pod does not come back from its end.
  return { phase: old && hasEnded(old.phase) && !hasEnded(phase) ? old.phase : phase };
}

/** HasAnyActiveRegularContainerStarted, pkg/kubelet/container/helpers.go: in the present sandbox. */
function anyActiveRegular(containers: readonly { name?: string }[], { sandbox, records }: PodSnapshot): boolean {
  if (sandbox?.state !== 'ready') return false;
  return records.some(
    (record) => record.sandbox === sandbox.attempt && containers.some(({ name }) => name === record.name),
  );
}

function conditionsOf(
  sources: WriterSources,
  containers: ReadonlyMap<string, LiveContainer>,
  phase: Phase,
): readonly Condition[] {
  const { pod, snapshot, old } = sources;
  const before = old !== undefined && conditionOf(old, 'Initialized')?.status === 'True';
  const ofContainers = containersReady(pod.spec, containers, phase);
  return [
    { type: 'PodReadyToStartContainers', status: snapshot.sandbox?.state === 'ready' ? 'True' : 'False' },
    podInitialized(pod.spec, containers, { phase, before }),
    podReady(pod.spec, ofContainers, pod.otherConditions),
    ofContainers,
    ...(hasRestartAllRule(pod.spec) ? [allRestarting(sources, phase)] : []),
  ];
}

/** GenerateAllContainersRestartingCondition, pkg/kubelet/status/generate.go. */
function allRestarting(sources: WriterSources, phase: Phase): Condition {
  const type = 'AllContainersRestarting';
  if (hasEnded(phase)) return { type, status: 'False', reason: phase === 'Failed' ? 'PodFailed' : 'PodCompleted' };
  const cleanedUp = sources.snapshot.records.length === 0;
  if (cleanedUp || !allRestart(viewOf(sources), sources.old)) return { type, status: 'False' };
  return { type, status: 'True', reason: 'RestartAllContainersStarted' };
}
