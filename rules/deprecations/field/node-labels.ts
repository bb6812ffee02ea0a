import {
  each,
  entries,
  remove,
  rename,
  set,
  type Field,
  type FixProposal,
  type Placed,
  type PodView,
} from '@podlint/engine/rule';
import { own } from '@podlint/plain';
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
  for (const constraint of each(topologySpreadConstraints, at.topologySpreadConstraints))
    reportValue(constraint.value.topologyKey, constraint.at.topologyKey, report);
  if (affinity?.nodeAffinity) reportNodeAffinity(affinity.nodeAffinity, at.affinity.nodeAffinity, report);
  if (affinity?.podAffinity) reportPodAffinity(affinity.podAffinity, at.affinity.podAffinity, report);
  if (affinity?.podAntiAffinity) reportPodAffinity(affinity.podAntiAffinity, at.affinity.podAntiAffinity, report);
}

function reportSelector(
  selector: Readonly<Record<string, string>>,
  at: Field<Readonly<Record<string, string>>>,
  report: ReportField,
): void {
  for (const { key: label, value, at: field } of entries(selector, at)) {
    const instead = renamed.get(label);
    if (instead === undefined) continue;
    const isTwin = own(selector, instead) === value;
    const change = isTwin ? remove(field) : rename(field, instead);
    const isTaken = !isTwin && own(selector, instead) !== undefined;
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
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred,
  } = affinity;
  for (const term of each(
    required?.nodeSelectorTerms,
    at.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms,
  ))
    reportTerm(term, report);
  for (const term of each(preferred, at.preferredDuringSchedulingIgnoredDuringExecution))
    reportTerm({ value: term.value.preference ?? {}, at: term.at.preference }, report);
}

function reportTerm({ value, at }: Placed<core.NodeSelectorTerm>, report: ReportField): void {
  for (const expression of each(value.matchExpressions, at.matchExpressions))
    reportValue(expression.value.key, expression.at.key, report);
}

function reportPodAffinity(
  affinity: Decoded<core.PodAffinity>,
  at: Field<core.PodAffinity>,
  report: ReportField,
): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred,
  } = affinity;
  for (const term of each(required, at.requiredDuringSchedulingIgnoredDuringExecution))
    reportValue(term.value.topologyKey, term.at.topologyKey, report);
  for (const term of each(preferred, at.preferredDuringSchedulingIgnoredDuringExecution))
    reportValue(term.value.podAffinityTerm?.topologyKey, term.at.podAffinityTerm.topologyKey, report);
}

/** A label that is the value of a field. */
function reportValue(label: string | undefined, at: Field<string>, report: ReportField): void {
  const instead = label === undefined ? undefined : renamed.get(label);
  if (label === undefined || instead === undefined) return;
  reportLabel(
    label,
    instead,
    at,
    [{ title: `Write "${instead}"`, safety: safetyFor(label), changes: [set(at, instead)] }],
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
