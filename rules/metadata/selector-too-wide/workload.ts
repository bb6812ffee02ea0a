import type { Collected, Collection, ObjectView, PodView } from '@podlint/engine/rule';
import type { Decoded, meta } from '@podlint/model';

type Labels = Readonly<Record<string, string | undefined>>;
type LabelSelector = Decoded<meta.LabelSelector>;

/** What of a workload decides which Pods it takes for its own, and of a Pod, who takes it. */
export interface WorkloadFacts {
  readonly labels: Labels;
  readonly selector?: LabelSelector;
  /** Of the first container. Most are never compared, so whoever does takes it apart. */
  readonly image?: string;
  /** The manifest itself names its namespace. */
  readonly namesNamespace?: true;
}

/** A workload of the run, or a Pod without one around it. */
export type Workload = Collected<WorkloadFacts>;

export const workloads: Collection<WorkloadFacts> = {
  name: 'selectors',
  of({ judged }) {
    const { pod, kindName, metadata } = judged ?? {};
    if (!judged || !pod || kindName === 'PodTemplate' || metadata?.ownerReferences?.length) return undefined;
    const selector = selectorOf(judged);
    return { ...factsOfPod(pod), ...(selector && { selector }) };
  },
  ofPod: factsOfPod,
};

function factsOfPod({ metadata, spec, object }: PodView): WorkloadFacts {
  const image = spec.containers?.[0]?.image;
  return {
    labels: metadata.labels ?? {},
    ...(image !== undefined && { image }),
    ...(object.isWritten(object.at.metadata.namespace) && { namesNamespace: true }),
  };
}

/** The selector by which a controller finds its Pods, if the manifest has a say in it and it names any condition. */
function selectorOf({ kindName, value }: ObjectView): LabelSelector | undefined {
  const spec = (value.spec ?? {}) as { selector?: LabelSelector | Labels; manualSelector?: boolean };
  // The server makes the selector of a Job up.
  if (kindName === 'CronJob' || (kindName === 'Job' && spec.manualSelector !== true)) return undefined;
  const selector =
    kindName === 'ReplicationController'
      ? { matchLabels: spec.selector as Record<string, string> }
      : (spec.selector as LabelSelector | undefined);
  const conditions = Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0);
  return conditions > 0 ? selector : undefined;
}
