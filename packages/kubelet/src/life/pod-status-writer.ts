import { containersReady, podInitialized, podReady } from '../pod-status/conditions.js';
import type { Condition } from '../pod-status/index.js';
import { type Phase, phaseOf } from '../pod-status/phase.js';
import type { ProbeResults } from './container-status.js';
import { ContainerStatuses, type StatusSources, allRestart, viewOf } from './container-statuses.js';
import { type LiveStatus, conditionOf, hasEnded } from './live-status.js';
import type { LivePod } from './pod.js';
import { type PodSnapshot, allRecords } from './pod-cache.js';

export interface WriterSources extends StatusSources {
  readonly isTerminal: boolean;
  readonly pastDeadline: boolean;
}

type ByName = LiveStatus['containers'];

/** GenerateAPIPodStatus, pkg/kubelet/kubelet_pods.go. What did not change is kept as it is. */
export class PodStatusWriter {
  readonly #statuses: ContainerStatuses;

  constructor(
    private readonly pod: LivePod,
    private readonly probes: ProbeResults,
  ) {
    this.#statuses = new ContainerStatuses(pod);
  }

  write(sources: WriterSources): LiveStatus {
    const { old } = sources;
    const { phase, reason } = phaseAndReason(this.pod, sources, this.#statuses.see(sources));
    const containers = this.#statuses.probe(this.probes);
    return {
      phase,
      reason: reason ?? (phase === old?.phase ? old.reason : undefined),
      containers,
      conditions: conditionsOf(this.pod, sources, containers, phase),
    };
  }
}

function phaseAndReason(
  { spec, isStatic }: LivePod,
  { snapshot, old, isTerminal: stopped, pastDeadline }: WriterSources,
  containers: ByName,
): { phase: Phase; reason?: string } {
  if (pastDeadline) return { phase: 'Failed', reason: 'DeadlineExceeded' };
  const regularContainerCreated = anyActiveRegular(spec.containers ?? [], snapshot);
  // A static Pod is given no phase of its end because it was stopped (#116484).
  const isTerminal = stopped && !isStatic;
  const phase = phaseOf(spec, containers, { isTerminal, regularContainerCreated });
  // A Pod does not come back from its end.
  return { phase: old && hasEnded(old.phase) && !hasEnded(phase) ? old.phase : phase };
}

/** HasAnyActiveRegularContainerStarted, pkg/kubelet/container/helpers.go: in the present sandbox. */
function anyActiveRegular(
  containers: readonly { name?: string }[],
  { sandboxes: [sandbox], records }: PodSnapshot,
): boolean {
  if (sandbox?.state !== 'ready') return false;
  return containers.some(({ name = '' }) => records.get(name)?.some((record) => record.sandbox === sandbox.attempt));
}

function conditionsOf(pod: LivePod, sources: WriterSources, containers: ByName, phase: Phase): readonly Condition[] {
  const { snapshot, old } = sources;
  const before = old !== undefined && conditionOf(old, 'Initialized')?.status === 'True';
  const ofContainers = containersReady(pod.spec, containers, phase);
  return [
    { type: 'PodReadyToStartContainers', status: snapshot.sandboxes[0]?.state === 'ready' ? 'True' : 'False' },
    podInitialized(pod.spec, containers, { phase, before }),
    podReady(pod.spec, ofContainers, pod.otherConditions),
    ofContainers,
    ...(pod.hasRestartAllRule ? [allRestarting(pod, sources, phase)] : []),
  ];
}

/** GenerateAllContainersRestartingCondition, pkg/kubelet/status/generate.go. */
function allRestarting(pod: LivePod, { snapshot, old }: WriterSources, phase: Phase): Condition {
  const type = 'AllContainersRestarting';
  if (hasEnded(phase)) return { type, status: 'False', reason: phase === 'Failed' ? 'PodFailed' : 'PodCompleted' };
  const cleanedUp = allRecords(snapshot).length === 0;
  if (cleanedUp || !allRestart(pod, viewOf({ pod, snapshot }), old)) return { type, status: 'False' };
  return { type, status: 'True', reason: 'RestartAllContainersStarted' };
}
