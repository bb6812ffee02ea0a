import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, resource } from '@podlint/model';
import { type Context, checkName, labelValueProblem, qualifiedNameProblem, requireField } from '@podlint/validation';

const says = defineMessages('device-toleration', {
  'needless-value':
    'The operator "Exists" takes no value, but the value is "{value}". Remove the value, or use "Equal".',
});

const operators = ['Equal', 'Exists'];
/** The effect None came with this minor. */
const noneSince: Minor = 35;

/** Of a device's taint. */
function effectsIn(minor: Minor): readonly string[] {
  return minor < noneSince ? ['NoExecute', 'NoSchedule'] : ['NoExecute', 'NoSchedule', 'None'];
}

/** validateDeviceToleration, pkg/apis/resource/validation. */
export function validateDeviceTolerations(
  tolerations: readonly Decoded<resource.DeviceToleration>[],
  path: FieldPath,
  context: Context,
): void {
  tolerations.forEach((toleration, i) => {
    const at = path.index(i);
    checkName(toleration.key || undefined, at.child('key'), qualifiedNameProblem, context);
    validateOperator(toleration, at, context);
    if (toleration.effect) validateEffect(toleration.effect, at.child('effect'), context);
  });
}

function validateOperator(
  { operator = '', value = '' }: Decoded<resource.DeviceToleration>,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (operator === 'Exists') {
    if (value !== '') report.invalid(path.child('value'), says['needless-value']({ value }));
  } else if (operator === 'Equal') checkName(value, path.child('value'), labelValueProblem, context);
  else if (operator === '') requireField(undefined, path.child('operator'), context);
  else report.notSupported(path.child('operator'), operator, operators);
}

/** validateDeviceTaint. */
export function validateDeviceTaint(
  { key = '', value, effect }: Decoded<resource.DeviceTaint>,
  path: FieldPath,
  context: Context,
): void {
  checkName(key, path.child('key'), qualifiedNameProblem, context);
  checkName(value || undefined, path.child('value'), labelValueProblem, context);
  requireField(effect || undefined, path.child('effect'), context);
  if (effect) validateEffect(effect, path.child('effect'), context);
}

function validateEffect(effect: string, path: FieldPath, { report, minor }: Context): void {
  const effects = effectsIn(minor);
  if (!effects.includes(effect)) report.notSupported(path, effect, effects);
}
