import {
  defineRule,
  each,
  pathOf,
  type ChoiceProposal,
  type Field,
  type PodView,
  type Report,
} from '@podlint/engine/rule';
import { labelsMatch, type Decoded, type core, type meta } from '@podlint/model';
import { isPatch } from '../../kit/patches.js';
import { ownSelector } from './own-selector.js';
import { isMeantForItself, namesAddedLabel, selectorText } from './selector.js';

type Message = 'noSelector' | 'spread' | 'antiAffinity';

export default defineRule<Message>({
  id: 'scheduling/selects-others',
  level: 'warn',
  hasChoices: true,
  summary: 'A spread constraint or anti-affinity that does not select its own Pods',
  brief: 'does not select its own Pods',
  messages: {
    noSelector:
      'The constraint has no labelSelector, so it counts no Pods and spreads nothing. Select the labels of these Pods ({labels}).',
    spread:
      'The labelSelector does not match these Pods, so the constraint does not spread them. It asks for {selector}, and the labels are {labels}. Select their own labels.',
    antiAffinity:
      'The labelSelector does not match these Pods, so the anti-affinity does not keep them apart. It asks for {selector}, and the labels are {labels}. Select their own labels.',
  },
  pod(pod, report) {
    if (pod.containers.some(isPatch)) return;
    const { spec, at } = pod;
    for (const constraint of each(spec.topologySpreadConstraints, at.topologySpreadConstraints))
      checkConstraint(constraint.value, constraint.at, pod, report);
    const affinity = spec.affinity?.podAntiAffinity;
    const affinityAt = at.affinity.podAntiAffinity;
    const required = 'requiredDuringSchedulingIgnoredDuringExecution';
    const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
    for (const term of each(affinity?.[required], affinityAt[required])) checkTerm(term.value, term.at, pod, report);
    for (const { value, at: termAt } of each(affinity?.[preferred], affinityAt[preferred]))
      if (value.podAffinityTerm) checkTerm(value.podAffinityTerm, termAt.podAffinityTerm, pod, report);
  },
});

/** No selector selects nothing (filterTopologySpreadConstraints in pkg/scheduler, plugins/podtopologyspread/common.go). */
function checkConstraint(
  { labelSelector }: Decoded<core.TopologySpreadConstraint>,
  at: Field<core.TopologySpreadConstraint>,
  pod: PodView,
  report: Report<Message>,
): void {
  const labels = labelsText(pod);
  const choices = (): ChoiceProposal[] => ownSelector(pod, at.labelSelector);
  if (!labelSelector) {
    const isMisplaced = pod.object.unknownFields.some(({ at: unknown }) => pathOf(unknown).startsWith(pathOf(at)));
    if (!isMisplaced)
      report({ at: at.labelSelector, message: 'noSelector', data: { labels }, insteadOf: 'api/warning', choices });
  }
  if (labelSelector && missesItself(labelSelector, pod))
    report({
      at: at.labelSelector,
      message: 'spread',
      data: { selector: selectorText(labelSelector), labels },
      choices,
    });
}

/** Keeping away from other Pods is what most terms are for, so only those count that name themselves by mistake. */
function checkTerm(
  { labelSelector, namespaces, namespaceSelector }: Decoded<core.PodAffinityTerm>,
  at: Field<core.PodAffinityTerm>,
  pod: PodView,
  report: Report<Message>,
): void {
  if (!labelSelector || namespaces?.length || namespaceSelector || !missesItself(labelSelector, pod)) return;
  if (!isMeantForItself(labelSelector, pod)) return;
  const data = { selector: selectorText(labelSelector), labels: labelsText(pod) };
  report({ at: at.labelSelector, message: 'antiAffinity', data, choices: () => ownSelector(pod, at.labelSelector) });
}

function missesItself(selector: Decoded<meta.LabelSelector>, { metadata: { labels } }: PodView): boolean {
  return !namesAddedLabel(selector) && !labelsMatch(selector, labels);
}

function labelsText({ metadata: { labels = {} } }: PodView): string {
  const all = Object.entries(labels).map(([key, value]) => `${key}: ${value}`);
  return all.length === 0 ? 'they have none' : all.slice(0, 3).join(', ') + (all.length > 3 ? ', ...' : '');
}
