import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import type { Context } from '../../context.js';
import type { Container } from './pod-facts.js';

type RestartRule = Decoded<core.ContainerRestartRule>;

const restartPolicies = ['Always', 'Never', 'OnFailure'] as const;
const operators = ['In', 'NotIn'] as const;
const restartAction = ['Restart'] as const;
const restartActions = ['Restart', 'RestartAllContainers'] as const;

const maxRules = 20;
const maxExitCodes = 255;
/** Before 1.36 the server called a list that is too long `FieldValueTooLong`. */
const tooManySince: Minor = 36;

/** validateContainerRestartPolicy: a container's own policy, and rules that make exceptions from it. */
export function validateContainerRestartPolicy(container: Container, path: FieldPath, context: Context): void {
  const { restartPolicy, restartPolicyRules: rules } = container;
  if (restartPolicy === undefined) {
    if (rules?.length) reportMissingPolicy(path, context);
  } else if (!(restartPolicies as readonly string[]).includes(restartPolicy)) {
    context.report.notSupported(path.child('restartPolicy'), restartPolicy, restartPolicies);
  }
  if (rules?.length) validateRules(rules, path.child('restartPolicyRules'), context);
}

/** validateInitContainerRestartPolicy: "Always" makes a sidecar of the container. */
export function validateInitContainerRestartPolicy(container: Container, path: FieldPath, context: Context): void {
  const { restartPolicy, restartPolicyRules: rules } = container;
  if (restartPolicy === undefined) {
    if (rules?.length) reportMissingPolicy(path, context);
  } else if (!context.options.allowContainerRestartPolicyRules) {
    if (restartPolicy !== 'Always') context.report.notSupported(path.child('restartPolicy'), restartPolicy, ['Always']);
  } else if (restartPolicy === 'Always' && !context.options.allowRestartAllContainers) {
    if (rules?.length)
      context.report.forbidden(
        path.child('restartPolicyRules'),
        'A sidecar (restartPolicy "Always") is always restarted, so rules could change nothing. Remove them.',
      );
  } else {
    validateContainerRestartPolicy(container, path, context);
  }
}

function reportMissingPolicy(path: FieldPath, context: Context): void {
  context.report.required(
    path.child('restartPolicy'),
    "restartPolicyRules make exceptions from the container's own restartPolicy, which is missing. Set it.",
    {
      related: [{ field: path.child('restartPolicyRules'), message: 'the rules' }],
    },
  );
}

function validateRules(rules: readonly RestartRule[], path: FieldPath, context: Context): void {
  if (rules.length > maxRules) reportTooMany(`There are ${rules.length} rules`, maxRules, path, context);
  const actions = context.options.allowRestartAllContainers ? restartActions : restartAction;
  rules.forEach(({ action = '', exitCodes }, i) => {
    if (!(actions as readonly string[]).includes(action))
      context.report.notSupported(path.index(i).child('action'), action, actions);
    if (exitCodes) validateExitCodes(exitCodes, path.index(i).child('exitCodes'), context);
    else
      context.report.required(
        path.index(i).child('exitCodes'),
        'The rule does not say after which exit codes it applies. Set exitCodes.',
      );
  });
}

function validateExitCodes(
  { operator = '', values = [] }: Decoded<core.ContainerRestartRuleOnExitCodes>,
  path: FieldPath,
  context: Context,
): void {
  if (!(operators as readonly string[]).includes(operator))
    context.report.notSupported(path.child('operator'), operator, operators);
  if (values.length > maxExitCodes)
    reportTooMany(`There are ${values.length} exit codes`, maxExitCodes, path.child('values'), context);
}

function reportTooMany(count: string, most: number, path: FieldPath, context: Context): void {
  const message = `${count}, and ${most} is the most. Remove some.`;
  if (context.minor >= tooManySince) context.report.tooMany(path, message);
  else context.report.tooLong(path, message);
}
