import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { dnsLabelProblem, qualifiedNameProblem } from '../../formats.js';
import { type LabelSelectorOptions, validateLabelSelector } from '../../selectors/label-selector.js';
import { validateMergedLabelKeys } from './label-keys.js';
import { validateWeight } from './weight.js';

const says = defineMessages('pod-affinity', {
  'no-topology-key':
    'The rule does not say what "near" means. Set topologyKey to a label of nodes, as in "kubernetes.io/hostname".',
  'invalid-topology-key': '"{key}" cannot be the key of a node\'s label: {problem}.',
  'invalid-namespace': '"{namespace}" cannot be a namespace: {problem}.',
});

export type PodAffinity = Decoded<core.PodAffinity> | Decoded<core.PodAntiAffinity>;
export type PodAffinityTerm = Decoded<core.PodAffinityTerm>;

const tolerated: LabelSelectorOptions = { values: 'tolerated' };
const checked: LabelSelectorOptions = { values: 'checked' };

/** Both validatePodAffinity and validatePodAntiAffinity, pkg/apis/core/validation/validation.go. */
export function validatePodAffinity(affinity: PodAffinity, path: FieldPath, context: Context): void {
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.forEach((term, i) => {
    validateTerm(term, path.child('requiredDuringSchedulingIgnoredDuringExecution').index(i), context);
  });
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach(({ weight, podAffinityTerm = {} }, i) => {
    const termPath = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(weight, termPath, context);
    validateTerm(podAffinityTerm, termPath.child('podAffinityTerm'), context);
  });
}

function validateTerm(term: PodAffinityTerm, path: FieldPath, context: Context): void {
  validateTermSelectors(term, path, context);
  validateNamespaces(term.namespaces ?? [], path, context);
  validateMergedLabelKeys(term, path, context);
  const { topologyKey } = term;
  if (!topologyKey) context.report.required(path.child('topologyKey'), says['no-topology-key']());
  const problem = qualifiedNameProblem(topologyKey ?? '');
  if (problem)
    context.report.invalid(
      path.child('topologyKey'),
      says['invalid-topology-key']({ key: topologyKey ?? '', problem }),
    );
}

/** ValidatePodAffinityTermSelector */
export function validateTermSelectors(
  { labelSelector, namespaceSelector }: PodAffinityTerm,
  path: FieldPath,
  context: Context,
): void {
  const options = context.options.allowInvalidLabelValueInSelector ? tolerated : checked;
  if (labelSelector) validateLabelSelector(labelSelector, path.child('labelSelector'), context, options);
  if (namespaceSelector) validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), context, options);
}

/** The server names the field without its last letter. */
function validateNamespaces(namespaces: readonly string[], path: FieldPath, context: Context): void {
  namespaces.forEach((namespace, i) => {
    const problem = dnsLabelProblem(namespace);
    if (problem)
      context.report.invalid(path.child('namespace'), says['invalid-namespace']({ namespace, problem }), {
        at: path.child('namespaces').index(i),
      });
  });
}
