import type { ObjectView, PodView } from '@podlint/engine/rule';
import { labelsMatch, type Decoded, type core } from '@podlint/model';
import { replicasOf } from './replicas.js';

type Term = Decoded<core.PodAffinityTerm>;
type Constraint = Decoded<core.TopologySpreadConstraint>;

/** What keeps the replicas of a workload apart, and whether it speaks of the workload's own Pods. */
export interface Spreading {
  readonly pod: PodView;
  readonly count: number;
  readonly antiAffinity: readonly Separation[];
  readonly constraints: readonly Separation[];
}

export interface Separation {
  readonly topologyKey: string;
  readonly isOfOwnPods: boolean;
}

/** Undefined for what runs one Pod at most, or does not count its Pods. */
export function spreadingOf(object: ObjectView): Spreading | undefined {
  const { pod } = object;
  const replicas = replicasOf(object);
  if (!pod || !replicas || replicas.count < 2) return undefined;
  const { required, preferred } = antiAffinityOf(pod);
  const isOfOwnPods = ({ labelSelector }: Term | Constraint): boolean =>
    labelsMatch(labelSelector, pod.metadata.labels);
  const separation = (term: Term | Constraint): Separation => ({
    topologyKey: term.topologyKey ?? '',
    isOfOwnPods: isOfOwnPods(term),
  });
  return {
    pod,
    count: replicas.count,
    antiAffinity: [...required, ...preferred].map(separation),
    constraints: (pod.spec.topologySpreadConstraints ?? []).map(separation),
  };
}

function antiAffinityOf({ spec }: PodView): { required: readonly Term[]; preferred: readonly Term[] } {
  const affinity = spec.affinity?.podAntiAffinity;
  const required = affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const preferred = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  return { required, preferred: preferred.flatMap(({ podAffinityTerm }) => podAffinityTerm ?? []) };
}
