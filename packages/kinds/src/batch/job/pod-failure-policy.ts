import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, batch, core } from '@podlint/model';
import { type Context, FirstUses, plainList, qualifiedNameProblem, related, validateChoice } from '@podlint/validation';
import type { JobSpec } from './types.js';

const says = defineMessages('failure-policy', {
  'too-many-rules': '{count} rules are too many; the server takes {limit}.',
  'two-subjects': 'A rule looks at exit codes or at Pod conditions, not at both. Make two rules of it.',
  'no-subject': 'The rule does not say which failures it is for. Set onExitCodes or onPodConditions.',
  'no-action': 'The rule does not say what to do. Use one of {allowed}.',
  'fail-index':
    'FailIndex gives up one index, which only a Job with backoffLimitPerIndex can do. Set backoffLimitPerIndex, or use FailJob.',
  'no-operator': 'The rule does not say how to compare the exit codes. Use one of {allowed}.',
  'unknown-container':
    'The template has no container "{name}", so the rule would never apply. Name one of its containers or init containers.',
  'no-exit-codes': 'The rule lists no exit codes. List at least one.',
  'too-many-exit-codes': '{count} exit codes are too many; the server takes {limit}.',
  'success-code': 'Exit code 0 is success, never a failure. Remove it.',
  'code-twice': 'Exit code {code} is listed twice. Remove one.',
  'unordered-codes': 'The server wants the exit codes in increasing order. Sort them.',
  'too-many-conditions': '{count} conditions are too many; the server takes {limit}.',
  'invalid-condition': '"{type}" is not the name of a condition: {problem}.',
  'no-status': 'The status is empty. Use one of {allowed}.',
});

type Rule = Decoded<batch.PodFailurePolicyRule>;
type OnExitCodes = Decoded<batch.PodFailurePolicyOnExitCodesRequirement>;
type OnPodConditions = readonly Decoded<batch.PodFailurePolicyOnPodConditionsPattern>[];

const maxRules = 20;
const maxExitCodes = 255;
const maxPatterns = 20;
const actions = ['FailJob', 'FailIndex', 'Ignore', 'Count'];
const operators = ['In', 'NotIn'];
const statuses = ['True', 'False', 'Unknown'];

/** validatePodFailurePolicy, pkg/apis/batch/validation. */
export function validatePodFailurePolicy(spec: JobSpec, path: FieldPath, context: Context): void {
  const rules = spec.podFailurePolicy?.rules ?? [];
  if (rules.length > maxRules)
    context.report.tooMany(path.child('rules'), says['too-many-rules']({ count: rules.length, limit: maxRules }));
  const names = containerNames(spec.template?.spec ?? {});
  rules.forEach((rule, i) => validateRule(rule, spec, names, path.child('rules').index(i), context));
}

function containerNames({ containers = [], initContainers = [] }: Decoded<core.PodSpec>): ReadonlySet<string> {
  return new Set([...containers, ...initContainers].map(({ name = '' }) => name));
}

function validateRule(rule: Rule, spec: JobSpec, names: ReadonlySet<string>, path: FieldPath, context: Context): void {
  validateAction(rule.action ?? '', spec, path.child('action'), context);
  const { onExitCodes, onPodConditions = [] } = rule;
  if (onExitCodes) validateOnExitCodes(onExitCodes, names, path.child('onExitCodes'), context);
  validateOnPodConditions(onPodConditions, path.child('onPodConditions'), context);
  if (onExitCodes && onPodConditions.length > 0) context.report.invalid(path, says['two-subjects']());
  if (!onExitCodes && onPodConditions.length === 0) context.report.invalid(path, says['no-subject']());
}

function validateAction(action: string, spec: JobSpec, path: FieldPath, context: Context): void {
  if (action === '') context.report.required(path, says['no-action']({ allowed: plainList(actions) }));
  else if (!actions.includes(action)) context.report.notSupported(path, action, actions);
  else if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    context.report.invalid(path, says['fail-index']());
  }
}

function validateOnExitCodes(
  { operator = '', containerName, values = [] }: OnExitCodes,
  names: ReadonlySet<string>,
  path: FieldPath,
  context: Context,
): void {
  validateChoice(
    operator,
    operators,
    path,
    'operator',
    () => says['no-operator']({ allowed: plainList(operators) }),
    context.report,
  );
  if (containerName !== undefined && !names.has(containerName)) {
    context.report.invalid(path.child('containerName'), says['unknown-container']({ name: containerName }));
  }
  const valuesPath = path.child('values');
  if (values.length === 0) context.report.invalid(valuesPath, says['no-exit-codes']());
  else if (values.length > maxExitCodes)
    context.report.tooMany(valuesPath, says['too-many-exit-codes']({ count: values.length, limit: maxExitCodes }));
  validateExitCodes(values, operator, valuesPath, context);
}

function validateExitCodes(values: readonly number[], operator: string, path: FieldPath, context: Context): void {
  const firstUses = new FirstUses<FieldPath>();
  const isOrdered = values.every((code, i) => i === 0 || values[i - 1]! <= code);
  values.forEach((code, i) => {
    if (operator === 'In' && code === 0) context.report.invalid(path.index(i), says['success-code']());
    const first = firstUses.record(String(code), path.index(i));
    if (first)
      context.report.duplicate(path.index(i), says['code-twice']({ code }), {
        related: [{ field: first, message: related['listed-first']() }],
      });
  });
  if (!isOrdered) context.report.invalid(path, says['unordered-codes']());
}

function validateOnPodConditions(patterns: OnPodConditions, path: FieldPath, context: Context): void {
  if (patterns.length > maxPatterns)
    context.report.tooMany(path, says['too-many-conditions']({ count: patterns.length, limit: maxPatterns }));
  patterns.forEach(({ type = '', status = '' }, i) => {
    const problem = qualifiedNameProblem(type);
    if (problem) context.report.invalid(path.index(i).child('type'), says['invalid-condition']({ type, problem }));
    validateChoice(
      status,
      statuses,
      path.index(i),
      'status',
      () => says['no-status']({ allowed: plainList(statuses) }),
      context.report,
    );
  });
}
