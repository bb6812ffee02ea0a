import type { Decoded, FieldPath, batch, core } from '@podlint/model';
import { type Context, FirstUses, qualifiedNameProblem, validateChoice } from '@podlint/validation';

type JobSpec = Decoded<batch.JobSpec>;
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
    context.report.tooMany(path.child('rules'), `${rules.length} rules are too many; the server takes ${maxRules}.`);
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
  if (onExitCodes && onPodConditions.length > 0)
    context.report.invalid(path, 'A rule looks at exit codes or at Pod conditions, not at both. Make two rules of it.');
  if (!onExitCodes && onPodConditions.length === 0)
    context.report.invalid(path, 'The rule does not say which failures it is for. Set onExitCodes or onPodConditions.');
}

function validateAction(action: string, spec: JobSpec, path: FieldPath, context: Context): void {
  if (action === '')
    context.report.required(path, `The rule does not say what to do. Use one of ${actions.join(', ')}.`);
  else if (!actions.includes(action)) context.report.notSupported(path, action, actions);
  else if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    context.report.invalid(
      path,
      'FailIndex gives up one index, which only a Job with backoffLimitPerIndex can do. Set backoffLimitPerIndex, or use FailJob.',
    );
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
    `The rule does not say how to compare the exit codes. Use one of ${operators.join(', ')}.`,
    context.report,
  );
  if (containerName !== undefined && !names.has(containerName)) {
    context.report.invalid(
      path.child('containerName'),
      `The template has no container "${containerName}", so the rule would never apply. Name one of its containers or init containers.`,
    );
  }
  const valuesPath = path.child('values');
  if (values.length === 0) context.report.invalid(valuesPath, 'The rule lists no exit codes. List at least one.');
  else if (values.length > maxExitCodes)
    context.report.tooMany(valuesPath, `${values.length} exit codes are too many; the server takes ${maxExitCodes}.`);
  validateExitCodes(values, operator, valuesPath, context);
}

function validateExitCodes(values: readonly number[], operator: string, path: FieldPath, context: Context): void {
  const firstUses = new FirstUses<FieldPath>();
  let ordered = true;
  values.forEach((code, i) => {
    if (operator === 'In' && code === 0)
      context.report.invalid(path.index(i), 'Exit code 0 is success, never a failure. Remove it.');
    const first = firstUses.record(String(code), path.index(i));
    if (first)
      context.report.duplicate(path.index(i), `Exit code ${code} is listed twice. Remove one.`, {
        related: [{ field: first, message: 'listed here first' }],
      });
    if (i > 0 && values[i - 1]! > code) ordered = false;
  });
  if (!ordered) context.report.invalid(path, 'The server wants the exit codes in increasing order. Sort them.');
}

function validateOnPodConditions(patterns: OnPodConditions, path: FieldPath, context: Context): void {
  if (patterns.length > maxPatterns)
    context.report.tooMany(path, `${patterns.length} conditions are too many; the server takes ${maxPatterns}.`);
  patterns.forEach(({ type = '', status = '' }, i) => {
    const problem = qualifiedNameProblem(type);
    if (problem)
      context.report.invalid(path.index(i).child('type'), `"${type}" is not the name of a condition: ${problem}.`);
    validateChoice(
      status,
      statuses,
      path.index(i),
      'status',
      `The status is empty. Use one of ${statuses.join(', ')}.`,
      context.report,
    );
  });
}
