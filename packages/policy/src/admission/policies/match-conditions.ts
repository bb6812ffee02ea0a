import type { Message } from '@podlint/messages';
import type { CompiledVariable } from '../../cel/admission/variables.js';
import type { Condition } from './compiled-names.js';
import { evaluateAll } from './evaluation.js';
import { inputsOf, type PolicyInputs } from './inputs.js';

const conditionBudget = 2_500_000;

/** What the conditions of a policy of either kind are evaluated with. */
interface ConditionalPolicy {
  readonly conditions: readonly Condition[];
  readonly variables: readonly CompiledVariable[];
  /** `Fail` or `Ignore`. */
  readonly failurePolicy: string;
}

/**
 * All have to be true; one that is false ends it, whatever the others come to (webhook/matchconditions/matcher.go). They
 * do not see the namespace, and the resource that they see is that of the request.
 */
export function matchConditions(
  { conditions, variables, failurePolicy }: ConditionalPolicy,
  inputs: PolicyInputs,
): 'met' | 'not met' | Message {
  if (conditions.length === 0) return 'met';
  const values = inputsOf({ ...inputs, namespace: null }, inputs.attributes.resource);
  const results = evaluateAll(conditions, variables, values, conditionBudget);
  const ignored = failurePolicy === 'Ignore';
  if ('fault' in results) return ignored ? 'not met' : results.fault;
  const { outcomes } = results;
  if (outcomes.some((outcome) => outcome && 'value' in outcome && outcome.value === false)) return 'not met';
  const failed = outcomes.find((outcome) => outcome !== undefined && 'fault' in outcome);
  if (!failed || !('fault' in failed)) return 'met';
  return ignored ? 'not met' : failed.fault;
}
