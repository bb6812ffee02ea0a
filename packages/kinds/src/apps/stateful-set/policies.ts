import type { Decoded, FieldPath, apps } from '@podlint/model';
import {
  type Context,
  amountOf,
  validateAtMostAll,
  validateIntOrPercent,
  validateNotNegative,
} from '@podlint/validation';

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
      context.report.required(path, 'The update strategy has no type. Use "RollingUpdate" or "OnDelete".');
      return;
    case 'OnDelete':
      if (rollingUpdate)
        context.report.invalid(
          path.child('rollingUpdate'),
          'With OnDelete the Pods are replaced when you delete them, so there is no rolling update to tune. Remove rollingUpdate, or use the type RollingUpdate.',
        );
      return;
    case 'RollingUpdate':
      if (rollingUpdate) validateRollingUpdate(rollingUpdate, path.child('rollingUpdate'), context);
      return;
    default:
      context.report.invalid(
        path,
        `"${type}" is not a way to update a StatefulSet. Use "RollingUpdate" or "OnDelete".`,
        { at: path.child('type') },
      );
  }
}

function validateRollingUpdate(rollingUpdate: RollingUpdate, path: FieldPath, context: Context): void {
  validateNotNegative(rollingUpdate, ['partition'], path, context);
  const { maxUnavailable } = rollingUpdate;
  if (maxUnavailable === undefined) return;
  const field = path.child('maxUnavailable');
  validateIntOrPercent(maxUnavailable, field, context);
  if (amountOf(maxUnavailable) === 0)
    context.report.invalid(field, 'With maxUnavailable 0 no Pod could ever be replaced. Use 1 or more.');
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
