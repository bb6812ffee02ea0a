import type { PodSpec } from '../restart-policy.js';
import { type Condition, containersReady, podInitialized, podReady } from './conditions.js';
import type { ContainerStatus, StatusByName } from './container-tally.js';
import { type Phase, phaseOf } from './phase.js';

/** What the kubelet knows when it writes a Pod's status; names are those of the API. */
export interface PodStatusFacts {
  readonly spec: PodSpec;
  readonly statuses: {
    readonly containerStatuses?: readonly ContainerStatus[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    /** Those that others write: readiness gates. */
    readonly conditions?: readonly Condition[];
  };
  /** All containers have been stopped for good: the last status of a Pod that is being deleted or has ended. */
  readonly podIsTerminal?: boolean;
  /** A regular container of the present sandbox exists in the runtime. */
  readonly regularContainerCreated?: boolean;
  /** The condition Initialized was True before. */
  readonly wasInitialized?: boolean;
}

export interface PodStatusVerdict {
  readonly phase: Phase;
  readonly conditions: readonly Condition[];
}

/** The phase and the conditions that the kubelet of 1.36 writes for these states of the containers. */
export function podStatus(facts: PodStatusFacts): PodStatusVerdict {
  const { spec, statuses, podIsTerminal = false, regularContainerCreated = false, wasInitialized = false } = facts;
  const byName: StatusByName = new Map(
    [...(statuses.containerStatuses ?? []), ...(statuses.initContainerStatuses ?? [])].map((status) => [
      status.name ?? '',
      status,
    ]),
  );
  const phase = phaseOf(spec, byName, { isTerminal: podIsTerminal, regularContainerCreated });
  const ofContainers = containersReady(spec, byName, phase);
  return {
    phase,
    conditions: [
      podInitialized(spec, byName, { phase, before: wasInitialized }),
      podReady(spec, ofContainers, statuses.conditions ?? []),
      ofContainers,
    ],
  };
}

export type { Condition } from './conditions.js';
export type { Phase } from './phase.js';
