import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, apps } from '@podlint/model';
import { type Context, amountOf, validateAtMostAll, validateIntOrPercent } from '@podlint/validation';

const says = defineMessages('deployment', {
  'needless-rolling-update':
    'The strategy Recreate stops all Pods before it starts new ones, so it has no rolling update to tune. Remove rollingUpdate, or use the type RollingUpdate.',
  'no-rolling-update': 'The strategy RollingUpdate needs its settings.',
  'no-replacement':
    'With maxSurge and maxUnavailable both 0 no rollout could begin. No Pod may be added and none taken away. Raise one of them.',
  'also-zero': 'also 0',
});

type DeploymentStrategy = Decoded<apps.DeploymentStrategy>;
type RollingUpdate = Decoded<apps.RollingUpdateDeployment>;

export function validateStrategy(
  { type = '', rollingUpdate }: DeploymentStrategy,
  path: FieldPath,
  context: Context,
): void {
  switch (type) {
    case 'Recreate':
      if (rollingUpdate) context.report.forbidden(path.child('rollingUpdate'), says['needless-rolling-update']());
      return;
    case 'RollingUpdate':
      if (rollingUpdate) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), context);
      else context.report.required(path.child('rollingUpdate'), says['no-rolling-update']());
      return;
    default:
      context.report.notSupported(path, type, ['RollingUpdate', 'Recreate'], { at: path.child('type') });
  }
}

function validateRollingUpdate(
  { maxUnavailable = 0, maxSurge = 0 }: RollingUpdate,
  path: FieldPath,
  context: Context,
): void {
  validateIntOrPercent(maxUnavailable, path.child('maxUnavailable'), context);
  validateIntOrPercent(maxSurge, path.child('maxSurge'), context);
  if (amountOf(maxUnavailable) === 0 && amountOf(maxSurge) === 0) {
    context.report.invalid(path.child('maxUnavailable'), says['no-replacement'](), {
      related: [{ field: path.child('maxSurge'), message: says['also-zero']() }],
    });
  }
  validateAtMostAll(maxUnavailable, path.child('maxUnavailable'), context);
}
