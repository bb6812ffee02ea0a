import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type policy } from '@podlint/model';
import {
  type Context,
  type LabelSelectorOptions,
  pathSegmentNameProblem,
  pathSegmentProblem,
  selectorOptionsForUpdate,
  validateAtMostAll,
  validateIntOrPercent,
  validateLabelSelector,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('pod-disruption-budget', {
  both: 'minAvailable and maxUnavailable are two ways to say the same. Remove one of them.',
  'the-other': 'the other way',
});

type PodDisruptionBudget = Decoded<policy.PodDisruptionBudget>;

const specPath = FieldPath.root.child('spec');
const evictionPolicies = ['IfHealthyBudget', 'AlwaysAllow'];

/**
 * pkg/registry/policy/poddisruptionbudget/strategy.go, and ValidatePodDisruptionBudget in pkg/apis/policy/validation,
 * which leaves metadata alone.
 */
export const podDisruptionBudgetStrategy: Strategy<PodDisruptionBudget> = {
  nameProblem: pathSegmentNameProblem,
  generateNameProblem: () => pathSegmentProblem,
  checksMetadata: 'no',
  countsGenerations: true,
  validateCreate(budget, context) {
    validateBudget(budget, { values: 'checked' }, context);
  },
  validateUpdate(budget, { spec: old }, context) {
    validateBudget(budget, selectorOptionsForUpdate([old?.selector], context), context);
  },
};

function validateBudget({ spec = {} }: PodDisruptionBudget, selectors: LabelSelectorOptions, context: Context): void {
  if (spec.minAvailable !== undefined && spec.maxUnavailable !== undefined) {
    context.report.invalid(specPath, says.both(), {
      at: specPath.child('maxUnavailable'),
      related: [{ field: specPath.child('minAvailable'), message: says['the-other']() }],
    });
  }
  for (const field of ['minAvailable', 'maxUnavailable'] as const) {
    const value = spec[field];
    if (value === undefined) continue;
    validateIntOrPercent(value, specPath.child(field), context);
    validateAtMostAll(value, specPath.child(field), context);
  }
  validateLabelSelector(spec.selector, specPath.child('selector'), context, selectors);
  const policy = spec.unhealthyPodEvictionPolicy;
  if (policy !== undefined && !evictionPolicies.includes(policy))
    context.report.notSupported(specPath.child('unhealthyPodEvictionPolicy'), policy, evictionPolicies);
}
