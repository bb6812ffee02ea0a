import type { FieldPath } from '@podlint/field-path';
import { defineMessages, textOf, type Message } from '@podlint/messages';
import { serverBudget } from '../../cel/compile.js';
import { byteCount } from '../../cel/values/text.js';
import type { CompiledPolicy, CompiledValidation } from './compiled-policy.js';
import { evaluateAll, type Outcome } from './evaluation.js';
import { failingFields } from './failing-fields.js';
import { inputsOf, type PolicyInputs } from './inputs.js';
import { matchConditions } from './match-conditions.js';

const says = defineMessages('policy-validator', {
  'failed-expression': 'failed expression: {expression}',
  'message-budget': 'the messages cost more than is left of the budget: {problem}',
  'not-a-text': 'the value of the annotation {key} is neither a text nor null',
});

/** What one validation comes to: it passes, or this is what it says. */
interface Verdict {
  /** Undefined: it passes. */
  readonly failure?: Failure;
}

export interface Failure {
  readonly message: string;
  /** `Forbidden`, `Invalid` or `RequestEntityTooLarge`, unless the expression could not be evaluated. */
  readonly reason?: string;
  /** Where the object is at fault; it takes a while to find out. */
  readonly places?: () => readonly FieldPath[];
}

export interface Annotation {
  readonly key: string;
  readonly value: string;
}

/** What a policy says of a request with one of its params (policy/validating/validator.go, Validate). */
export interface Validation {
  /** In the order of the policy's validations, where they were evaluated. */
  readonly verdicts: readonly Verdict[];
  readonly annotations: readonly Annotation[];
  /** Of annotations that could not be worked out; they refuse the request. */
  readonly faults: readonly Message[];
}

const nothing: Validation = { verdicts: [], annotations: [], faults: [] };
const longestMessage = 5 * 1024;

export function validate(policy: CompiledPolicy, inputs: PolicyInputs): Validation {
  const conditions = matchConditions(policy, inputs);
  if (conditions !== 'met') return conditions === 'not met' ? nothing : faulty(policy, conditions);
  const { validations, variables } = policy;
  const values = inputsOf(inputs);
  const results = evaluateAll(validations, variables, values, serverBudget.total);
  if ('fault' in results) return faulty(policy, results.fault);
  const messages = evaluateAll(
    validations.map(({ message }) => message),
    variables,
    values,
    results.left,
  );
  const verdicts = validations.map((validation, i) => {
    const outcome = results.outcomes[i];
    if (!outcome || 'fault' in outcome) return fault(policy, outcome?.fault);
    if ('fault' in messages) return fault(policy, says['message-budget']({ problem: messages.fault }));
    if (outcome.value === true) return {};
    const places = (): readonly FieldPath[] => failingFields(validation, policy, inputs);
    return { failure: { ...failureOf(validation, messages.outcomes[i]), places } };
  });
  const annotations = evaluateAll(policy.annotations, variables, values, serverBudget.total);
  if ('fault' in annotations) return faulty(policy, annotations.fault);
  return { verdicts, ...annotationsOf(policy, annotations.outcomes) };
}

/** An expression that fails is as if it had failed the request, or not been there (failurePolicy). */
function fault({ failurePolicy }: CompiledPolicy, problem: Message | undefined): Verdict {
  return failurePolicy === 'Ignore' ? {} : { failure: { message: problem ? textOf(problem) : '' } };
}

function faulty(policy: CompiledPolicy, problem: Message): Validation {
  return { ...nothing, verdicts: [fault(policy, problem)] };
}

function failureOf({ validation, expression }: CompiledValidation, evaluated: Outcome | undefined): Failure {
  const { message = '', reason = 'Invalid' } = validation;
  const text = (evaluated && usableMessage(evaluated)) || message.trim();
  return { message: text || textOf(says['failed-expression']({ expression: expression.trim() })), reason };
}

function usableMessage(outcome: Outcome): string {
  if (!('value' in outcome) || typeof outcome.value !== 'string') return '';
  const text = outcome.value.trim();
  return byteCount(text) > longestMessage || text.includes('\n') ? '' : text;
}

function annotationsOf(
  { annotations, failurePolicy }: CompiledPolicy,
  outcomes: readonly (Outcome | undefined)[],
): Pick<Validation, 'annotations' | 'faults'> {
  const published: Annotation[] = [];
  const faults: Message[] = [];
  for (const [i, { key }] of annotations.entries()) {
    const outcome = outcomes[i];
    if (!outcome) continue;
    if ('fault' in outcome) {
      if (failurePolicy !== 'Ignore') faults.push(outcome.fault);
    } else if (typeof outcome.value === 'string') {
      const value = outcome.value.trim();
      if (value !== '') published.push({ key, value });
    } else if (outcome.value !== null) faults.push(says['not-a-text']({ key }));
  }
  return { annotations: published, faults };
}
