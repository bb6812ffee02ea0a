import { FieldPath } from '@podlint/field-path';
import { failingPlaces, type Truth } from '../../cel/places/failing-places.js';
import type { Roots } from '../../cel/places/parts.js';
import type { CompiledVariable } from '../../cel/admission/variables.js';
import { serverBudget, type Program } from '../../cel/compile.js';
import { adapted, type Value } from '../../cel/values/value.js';
import type { Condition } from './compiled-names.js';
import { evaluateAll, type Outcome } from './evaluation.js';
import { inputsOf, type PolicyInputs } from './inputs.js';

/** Where an object is at fault for a validation that it does not meet, as for rules of one's own. */
export function failingFields(
  { compiled }: Condition,
  { variables }: { readonly variables: readonly CompiledVariable[] },
  inputs: PolicyInputs,
): readonly FieldPath[] {
  if ('problems' in compiled) return [];
  const values = inputsOf(inputs);
  const expressions = new Map(
    variables.flatMap((one) =>
      'problems' in one.compiled ? [] : [[one.name, one.compiled.checked.expression] as const],
    ),
  );
  const places = failingPlaces({
    roots: new Map([['object', { value: inputs.objects.object, at: FieldPath.root }]]),
    program: compiled,
    variable: (name) => expressions.get(name),
    truthOf: (program, around) => truthOf(program, around, { values, variables }),
  });
  return places.map(({ at }) => at);
}

function truthOf(
  compiled: Program,
  around: Roots,
  {
    values,
    variables,
  }: { readonly values: ReadonlyMap<string, Value>; readonly variables: readonly CompiledVariable[] },
): Truth {
  const others = [...around].map(([name, { value }]): [string, Value] => [name, adapted(value)]);
  const results = evaluateAll(
    [{ expression: '', compiled }],
    variables,
    new Map([...values, ...others]),
    serverBudget.total,
  );
  return 'fault' in results ? 'unknown' : truthOfOutcome(results.outcomes[0]);
}

export function truthOfOutcome(outcome: Outcome | undefined): Truth {
  if (!outcome || 'fault' in outcome) return 'unknown';
  return outcome.value === true ? 'holds' : 'fails';
}
