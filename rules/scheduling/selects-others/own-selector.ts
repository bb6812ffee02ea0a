import { set, type ChoiceProposal, type Field, type PodView } from '@podlint/engine/rule';
import { labelsMatch, type Decoded, type meta } from '@podlint/model';

type Labels = Readonly<Record<string, string>>;

/** The labels by which the workload knows its Pods; those of a Pod itself where nothing selects it. */
export function ownSelector(pod: PodView, at: Field<meta.LabelSelector>): ChoiceProposal[] {
  const { labels = {} } = pod.metadata;
  const matchLabels = selectedLabels(pod, labels) ?? labels;
  if (Object.keys(matchLabels).length === 0) return [];
  return [{ title: "Select the Pods' own labels", changes: [set(at, { matchLabels })] }];
}

function selectedLabels({ object }: PodView, labels: Labels): Labels | undefined {
  const { selector } = (object.value['spec'] ?? {}) as { selector?: Decoded<meta.LabelSelector> };
  const wanted = selector?.matchLabels ?? {};
  return Object.keys(wanted).length > 0 && labelsMatch({ matchLabels: wanted }, labels) ? wanted : undefined;
}
