import { fieldAt, pathOf, type Collected, type PodView, type RunObject, type RunView } from '@podlint/engine/rule';
import { controlOf, Place, violationsAt, type Policy, type Subject } from '@podlint/policy/standards';
import { ClusterPolicy, type PodSecurityOptions } from './cluster-policy.js';
import type { PodSecurityFacts } from './facts.js';
import { Violated } from './violated.js';

export type Mode = keyof Policy;

/** A field that violates a level which holds for its object. */
export interface JudgedField {
  readonly object: RunObject;
  readonly control: string;
  readonly mode: Mode;
  /** `restricted:latest` */
  readonly level: string;
  readonly violated: Violated;
}

type Collection = readonly Collected<PodSecurityFacts>[];

/** All rules of a run ask for the same. */
const judgedBefore = new WeakMap<Collection, Map<string, readonly JudgedField[]>>();

/** The fields of the run that violate the levels of their namespaces, each under the gravest mode. */
export function judgedFields(view: RunView<PodSecurityFacts>, options: PodSecurityOptions): readonly JudgedField[] {
  const { collected, minor } = view;
  const known = judgedBefore.get(collected) ?? new Map<string, readonly JudgedField[]>();
  judgedBefore.set(collected, known);
  const key = JSON.stringify(options.podSecurity) ?? '';
  let judged = known.get(key);
  if (!judged) known.set(key, (judged = judge(collected, clusterPolicyOf(collected, options), minor)));
  return judged;
}

export function clusterPolicyOf(collected: Collection, { podSecurity }: PodSecurityOptions): ClusterPolicy | undefined {
  const labels = new Map(
    collected.flatMap(({ object, facts }) => ('labels' in facts ? [[object.name, facts.labels] as const] : [])),
  );
  // Most runs have no level at all.
  return labels.size === 0 && podSecurity === undefined ? undefined : new ClusterPolicy(labels, podSecurity);
}

function judge(collected: Collection, cluster: ClusterPolicy | undefined, minor: number): readonly JudgedField[] {
  if (!cluster) return [];
  return collected.flatMap(({ object, facts }) => {
    if ('labels' in facts) return [];
    const policy = cluster.of(object.namespace);
    const modes = gravestFirst.filter((mode) => policy[mode].level !== 'privileged');
    return modes.length === 0 ? [] : judgeObject(object, cluster, { policy, modes, minor });
  });
}

/** A field is told of once, for the worst that follows. */
const gravestFirst = ['enforce', 'warn', 'audit'] as const;

interface Levels {
  readonly policy: Policy;
  readonly modes: readonly Mode[];
  readonly minor: number;
}

function judgeObject(object: RunObject, cluster: ClusterPolicy, { policy, modes, minor }: Levels): JudgedField[] {
  const resource = object.read();
  const pod = resource.judged?.pod;
  if (!pod || cluster.isExemptClass(pod.spec.runtimeClassName)) return [];
  const subject = subjectOf(pod);
  const fields = new Map<string, JudgedField>();
  for (const mode of modes)
    for (const { check, path } of violationsAt(subject, policy[mode], minor)) {
      const control = controlOf(check);
      const key = `${control} ${path.toString()}`;
      if (fields.has(key)) continue;
      const { level, version } = policy[mode];
      const violated = new Violated(check, fieldAt(path), pod, resource);
      fields.set(key, { object, control, mode, level: `${level}:${version}`, violated });
    }
  return [...fields.values()];
}

function subjectOf({ metadata, metadataAt, spec, at }: PodView): Subject {
  return { metadata: new Place(metadata, pathOf(metadataAt)), spec: new Place(spec, pathOf(at)) };
}
