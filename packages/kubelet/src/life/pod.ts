import { type Container, type PodSpec, hasRestartAllRule } from '../restart-policy.js';
import type { Condition } from '../pod-status/index.js';
import type { Scenario } from './scenario.js';

/** The Pod's object, as the API server has it. */
export interface LivePod {
  readonly spec: PodSpec;
  /** Containers of either list. */
  readonly byName: ReadonlyMap<string, Container>;
  /** A container has a RestartAllContainers rule. */
  readonly hasRestartAllRule: boolean;
  /** The kubelet has it from a file; the API shows a mirror Pod. */
  readonly isStatic: boolean;
  /** Of the deletion, as the sync that is under way knows of it; undefined: it has no deletionTimestamp. */
  deletionGrace: number | undefined;
  /** Those that others write: readiness gates. */
  otherConditions: readonly Condition[];
}

export function livePodOf(spec: PodSpec, { isStatic = false }: Pick<Scenario, 'isStatic'> = {}): LivePod {
  const containers = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  return {
    spec,
    byName: new Map(containers.map((container) => [container.name ?? '', container])),
    hasRestartAllRule: hasRestartAllRule(spec),
    isStatic,
    deletionGrace: undefined,
    otherConditions: [],
  };
}

/** SetDefaults_PodSpec, pkg/apis/core/v1/defaults.go. */
const defaultGrace = 30;

export function graceOf({ terminationGracePeriodSeconds }: PodSpec): number {
  return terminationGracePeriodSeconds ?? defaultGrace;
}
