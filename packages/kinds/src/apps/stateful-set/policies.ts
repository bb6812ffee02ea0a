import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, apps } from '@podlint/model';
import {
  type Context,
  amountOf,
  validateAtMostAll,
  validateIntOrPercent,
  validateNotNegative,
} from '@podlint/validation';

const says = defineMessages('stateful-set-update', {
  'no-type': 'The update strategy has no type. Use "RollingUpdate" or "OnDelete".',
  'needless-rolling-update':
    'With OnDelete the Pods are replaced when you delete them, so there is no rolling update to tune. Remove rollingUpdate, or use the type RollingUpdate.',
  'unknown-type': '"{type}" is not a way to update a StatefulSet. Use "RollingUpdate" or "OnDelete".',
  'none-unavailable': 'With maxUnavailable 0 no Pod could ever be replaced. Use 1 or more.',
});

type UpdateStrategy = Decoded<apps.StatefulSetUpdateStrategy>;
type RollingUpdate = Decoded<apps.RollingUpdateStatefulSetStrategy>;
type ClaimRetentionPolicy = Decoded<apps.StatefulSetPersistentVolumeClaimRetentionPolicy>;

/** ValidateStatefulSetSpec, pkg/apis/apps/validation. */
export function validateUpdateStrategy(
  { type = '', rollingUpdate }: UpdateStrategy,
  path: FieldPath,
  context: Context,
): void {
  switch (type) {
    case '':
      context.report.required(path, says['no-type']());
      return;
    case 'OnDelete':
      if (rollingUpdate) context.report.invalid(path.child('rollingUpdate'), says['needless-rolling-update']());
      return;
    case 'RollingUpdate':
      if (rollingUpdate) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), context);
      return;
    default:
      context.report.invalid(path, says['unknown-type']({ type }), { at: path.child('type') });
  }
}

function validateRollingUpdate(rollingUpdate: RollingUpdate, path: FieldPath, context: Context): void {
  validateNotNegative(rollingUpdate, ['partition'], path, context);
  const { maxUnavailable } = rollingUpdate;
  if (maxUnavailable === undefined) return;
  const field = path.child('maxUnavailable');
  validateIntOrPercent(maxUnavailable, field, context);
  if (amountOf(maxUnavailable) === 0) context.report.invalid(field, says['none-unavailable']());
  validateAtMostAll(maxUnavailable, field, context);
}

const retentions = ['Retain', 'Delete'];

export function validateClaimRetention(
  policy: ClaimRetentionPolicy | undefined,
  path: FieldPath,
  context: Context,
): void {
  if (!policy) return;
  for (const field of ['whenDeleted', 'whenScaled'] as const) {
    const value = policy[field] ?? '';
    if (!retentions.includes(value)) context.report.notSupported(path.child(field), value, retentions);
  }
}
