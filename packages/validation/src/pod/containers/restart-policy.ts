import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import type { Context } from '../../context.js';
import type { Container } from './pod-facts.js';

const says = defineMessages('restart-rules', {
  sidecar: 'A sidecar (restartPolicy "Always") is always restarted, so rules could change nothing. Remove them.',
  'no-policy': "restartPolicyRules make exceptions from the container's own restartPolicy, which is missing. Set it.",
  rules: 'the rules',
  'no-exit-codes': 'The rule does not say after which exit codes it applies. Set exitCodes.',
  'too-many': 'There are {count} rules, but {limit} is the maximum. Remove some.',
  'too-many-exit-codes': 'There are {count} exit codes, but {limit} is the maximum. Remove some.',
});

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
    if (rules?.length) context.report.forbidden(path.child('restartPolicyRules'), says.sidecar());
  } else {
    validateContainerRestartPolicy(container, path, context);
  }
}

function reportMissingPolicy(path: FieldPath, context: Context): void {
  context.report.required(path.child('restartPolicy'), says['no-policy'](), {
    related: [{ field: path.child('restartPolicyRules'), message: says.rules() }],
  });
}

function validateRules(rules: readonly RestartRule[], path: FieldPath, context: Context): void {
  if (rules.length > maxRules) reportTooMany(says['too-many']({ count: rules.length, limit: maxRules }), path, context);
  const actions = context.options.allowRestartAllContainers ? restartActions : restartAction;
  rules.forEach(({ action = '', exitCodes }, i) => {
    if (!(actions as readonly string[]).includes(action))
      context.report.notSupported(path.index(i).child('action'), action, actions);
    if (exitCodes) validateExitCodes(exitCodes, path.index(i).child('exitCodes'), context);
    else context.report.required(path.index(i).child('exitCodes'), says['no-exit-codes']());
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
    reportTooMany(
      says['too-many-exit-codes']({ count: values.length, limit: maxExitCodes }),
      path.child('values'),
      context,
    );
}

function reportTooMany(message: Message, path: FieldPath, context: Context): void {
  if (context.minor >= tooManySince) context.report.tooMany(path, message);
  else context.report.tooLong(path, message);
}
