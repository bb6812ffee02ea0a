import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { labelValueProblem, qualifiedNameProblem } from '../../formats.js';

const says = defineMessages('toleration', {
  'invalid-key': '"{key}" cannot be the key of a taint: {problem}.',
  'no-key':
    'A toleration without a key needs operator "Exists". It then tolerates all taints. Set the key of the taint, or operator: Exists.',
  'seconds-without-no-execute':
    'tolerationSeconds works only with effect "NoExecute", not with "{effect}". It says how long the Pod may stay on a node with such a taint. Set the effect, or remove tolerationSeconds.',
  seconds: 'how long the pod may stay',
  'invalid-value': '"{value}" cannot be the value of a taint: {problem}.',
  'needless-value':
    'The operator "Exists" takes no value, but the value is "{value}". Remove the value, or use "Equal".',
  value: 'the value',
  'not-a-number': '"{value}" is not a whole number of 64 bits without leading zeros. The operator compares numbers.',
});

export type Toleration = Decoded<core.Toleration>;

const taintEffects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const;
const equalityOperators = ['Equal', 'Exists'] as const;
const numericOperators: readonly string[] = ['Lt', 'Gt'];

const decimalInteger = /^(0|-?[1-9][0-9]*)$/;
const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

/** ValidateTolerations, pkg/apis/core/validation/validation.go. */
export function validateTolerations(tolerations: readonly Toleration[], path: FieldPath, context: Context): void {
  for (let i = 0; i < tolerations.length; i++) validateToleration(tolerations[i]!, path.index(i), context);
}

function validateToleration(toleration: Toleration, path: FieldPath, context: Context): void {
  const { report } = context;
  const { key, operator, effect, tolerationSeconds } = toleration;
  const keyProblem = key && qualifiedNameProblem(key);
  if (keyProblem) report.invalid(path.child('key'), says['invalid-key']({ key, problem: keyProblem }));
  if (!key && operator !== 'Exists') {
    report.invalid(path.child('operator'), says['no-key']());
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    report.invalid(path.child('effect'), says['seconds-without-no-execute']({ effect: effect ?? '' }), {
      related: [{ field: path.child('tolerationSeconds'), message: says.seconds() }],
    });
  }
  validateOperatorAndValue(toleration, path, context);
  if (effect && !taintEffects.some((known) => known === effect))
    report.notSupported(path.child('effect'), effect, taintEffects);
}

/** The server reports a value that does not fit under the operator. */
function validateOperatorAndValue({ operator = '', value = '' }: Toleration, path: FieldPath, context: Context): void {
  const { report } = context;
  if (operator === '' || operator === 'Equal') {
    const problem = labelValueProblem(value);
    if (problem)
      report.invalid(path.child('operator'), says['invalid-value']({ value, problem }), {
        at: path.child('value'),
      });
  } else if (operator === 'Exists') {
    if (value)
      report.invalid(path.child('operator'), says['needless-value']({ value }), {
        related: [{ field: path.child('value'), message: says.value() }],
      });
  } else if (numericOperators.includes(operator) && context.options.allowTaintTolerationComparisonOperators) {
    validateNumber(value, path.child('value'), context);
  } else {
    report.notSupported(path.child('operator'), operator, equalityOperators);
  }
}

function validateNumber(value: string, path: FieldPath, context: Context): void {
  if (decimalInteger.test(value) && isInt64(BigInt(value))) return;
  context.report.invalid(path, says['not-a-number']({ value }));
}

function isInt64(number: bigint): boolean {
  return number >= minInt64 && number <= maxInt64;
}
