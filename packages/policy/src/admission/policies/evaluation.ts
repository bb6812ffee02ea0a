import { defineMessages, type Message } from '@podlint/messages';
import { VariableValues, type CompiledVariable } from '../../cel/admission/variables.js';
import { evaluate } from '../../cel/compile.js';
import type { Activation } from '../../cel/evaluate/run.js';
import { Failure, type Value } from '../../cel/values/value.js';
import type { Condition } from './compiled-names.js';

const says = defineMessages('policy-evaluation', {
  'out-of-budget': 'the expressions cost more than their budget of {limit} units',
  'not-compiled': 'the expression {expression} does not compile',
  fault: 'the expression {expression} cannot be evaluated: {problem}',
});

/** What one expression gave. */
export type Outcome = { readonly value: Value } | { readonly fault: Message };

/** What several gave, in their order, and what is left of their budget; or why none of them counts. */
export type Outcomes =
  { readonly outcomes: readonly (Outcome | undefined)[]; readonly left: number } | { readonly fault: Message };

export type Inputs = ReadonlyMap<string, Value>;

/** The names of expressions; variables are worked out when they are first used. */
class PolicyActivation implements Activation {
  readonly variables: VariableValues;

  constructor(
    private readonly inputs: Inputs,
    variables: readonly CompiledVariable[],
  ) {
    this.variables = new VariableValues(variables, this);
  }

  find(name: string): Value | Failure | undefined {
    return name === 'variables' ? this.variables : this.inputs.get(name);
  }
}

/**
 * Evaluates expressions one after the other (plugin/cel/condition.go, ForInput). An expression is undefined where
 * nothing stands in its place.
 */
export function evaluateAll(
  conditions: readonly (Condition | undefined)[],
  variables: readonly CompiledVariable[],
  inputs: Inputs,
  budget: number,
): Outcomes {
  const activation = new PolicyActivation(inputs, variables);
  const outcomes: (Outcome | undefined)[] = [];
  let spent = 0;
  for (const condition of conditions) {
    const before = activation.variables.cost;
    const { outcome, cost } = evaluateOne(condition, activation);
    spent += cost + activation.variables.cost - before;
    if (spent > budget) return { fault: says['out-of-budget']({ limit: budget }) };
    outcomes.push(outcome);
  }
  return { outcomes, left: budget - spent };
}

function evaluateOne(
  condition: Condition | undefined,
  activation: Activation,
): { readonly outcome: Outcome | undefined; readonly cost: number } {
  if (!condition) return { outcome: undefined, cost: 0 };
  const { expression, compiled } = condition;
  if ('problems' in compiled) return { outcome: { fault: says['not-compiled']({ expression }) }, cost: 0 };
  const { value, cost } = evaluate(compiled, activation);
  const outcome = value instanceof Failure ? { fault: says.fault({ expression, problem: value.reason }) } : { value };
  return { outcome, cost };
}
