import { remove, rename, set, type Field, type FixProposal, type PodView } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';
import { controlPlane, master, serverWarning, type Message, type ReportField } from './messages.js';

/**
 * Kubelets and cloud providers set both labels, old and new (pkg/kubelet/kubelet_node_status.go,
 * k8s.io/cloud-provider).
 */
const renamed: ReadonlyMap<string, string> = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  [master, controlPlane],
]);

/** Wherever a Pod chooses nodes by their labels. */
export function reportNodeLabels({ spec, at }: PodView, report: ReportField): void {
  const { nodeSelector, affinity, topologySpreadConstraints } = spec;
  if (nodeSelector) reportSelector(nodeSelector, at.nodeSelector, report);
  topologySpreadConstraints?.forEach(({ topologyKey }, i) =>
    reportValue(topologyKey, () => at.topologySpreadConstraints[i]!.topologyKey, report),
  );
  if (affinity?.nodeAffinity) reportNodeAffinity(affinity.nodeAffinity, at.affinity.nodeAffinity, report);
  if (affinity?.podAffinity) reportPodAffinity(affinity.podAffinity, at.affinity.podAffinity, report);
  if (affinity?.podAntiAffinity) reportPodAffinity(affinity.podAntiAffinity, at.affinity.podAntiAffinity, report);
}

function reportSelector(
  selector: Readonly<Record<string, string>>,
  at: Field<Readonly<Record<string, string>>>,
  report: ReportField,
): void {
  for (const label in selector) {
    const instead = renamed.get(label);
    if (instead === undefined) continue;
    const field = at[label]!;
    const isTwin = selector[instead] === selector[label];
    const change = isTwin ? remove(field) : rename(field, instead);
    const isTaken = !isTwin && selector[instead] !== undefined;
    reportLabel(
      label,
      instead,
      field,
      isTaken
        ? []
        : [
            {
              title: isTwin ? 'Remove the old label' : `Rename to "${instead}"`,
              safety: safetyFor(label),
              changes: [change],
            },
          ],
      report,
    );
  }
}

function reportNodeAffinity(
  affinity: Decoded<core.NodeAffinity>,
  at: Field<core.NodeAffinity>,
  report: ReportField,
): void {
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms?.forEach((term, i) =>
    reportTerm(term, () => at.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[i]!, report),
  );
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ preference = {} }, i) =>
    reportTerm(preference, () => at.preferredDuringSchedulingIgnoredDuringExecution[i]!.preference, report),
  );
}

function reportTerm(
  { matchExpressions }: Decoded<core.NodeSelectorTerm>,
  at: () => Field<core.NodeSelectorTerm>,
  report: ReportField,
): void {
  matchExpressions?.forEach(({ key }, i) => reportValue(key, () => at().matchExpressions[i]!.key, report));
}

function reportPodAffinity(
  affinity: Decoded<core.PodAffinity>,
  at: Field<core.PodAffinity>,
  report: ReportField,
): void {
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.forEach(({ topologyKey }, i) =>
    reportValue(topologyKey, () => at.requiredDuringSchedulingIgnoredDuringExecution[i]!.topologyKey, report),
  );
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ podAffinityTerm }, i) =>
    reportValue(
      podAffinityTerm?.topologyKey,
      () => at.preferredDuringSchedulingIgnoredDuringExecution[i]!.podAffinityTerm.topologyKey,
      report,
    ),
  );
}

/** A label that is the value of a field. */
function reportValue(label: string | undefined, at: () => Field<string>, report: ReportField): void {
  const instead = label === undefined ? undefined : renamed.get(label);
  if (label === undefined || instead === undefined) return;
  const field = at();
  reportLabel(
    label,
    instead,
    field,
    [{ title: `Write "${instead}"`, safety: safetyFor(label), changes: [set(field, instead)] }],
    report,
  );
}

function reportLabel(
  label: string,
  instead: string,
  at: Field,
  fixes: readonly FixProposal[],
  report: ReportField,
): void {
  const message: Message = label === master ? 'master' : 'label';
  report({ at, message, data: { label, instead }, fixes, insteadOf: serverWarning });
}

/** Other installers than kubeadm may still set the old label, and not the new one. */
function safetyFor(label: string): FixProposal['safety'] {
  return label === master ? 'unsafe' : 'safe';
}
