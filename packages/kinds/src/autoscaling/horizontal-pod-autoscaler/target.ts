import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, autoscaling } from '@podlint/model';
import { type Context, pathSegmentNameProblem, requireName } from '@podlint/validation';

const says = defineMessages('scale-target', {
  'invalid-api-version': '"{apiVersion}" is not an apiVersion such as "apps/v1": it has too many "/".',
  'no-group':
    'An apiVersion without a group is of the core group, which has no "{kind}". Set it, such as to "apps/v1".',
});

type CrossVersionObjectReference = Decoded<autoscaling.CrossVersionObjectReference>;

/** Which apiVersion a reference may have (CrossVersionObjectReferenceValidationOptions). */
export type ApiVersionRule = 'named group' | 'any group' | 'anything';

/** ValidateCrossVersionObjectReference, pkg/apis/autoscaling/validation. */
export function validateTarget(
  target: CrossVersionObjectReference,
  rule: ApiVersionRule,
  path: FieldPath,
  context: Context,
): void {
  const { kind = '', name, apiVersion = '' } = target;
  requireName(kind, path.child('kind'), pathSegmentNameProblem, context);
  requireName(name, path.child('name'), pathSegmentNameProblem, context);
  if (hasWrongApiVersion(target, rule))
    context.report.invalid(
      path.child('apiVersion'),
      isReadable(apiVersion) ? says['no-group']({ kind }) : says['invalid-api-version']({ apiVersion }),
    );
}

export function hasWrongApiVersion({ apiVersion = '' }: CrossVersionObjectReference, rule: ApiVersionRule): boolean {
  if (rule === 'anything') return false;
  return !isReadable(apiVersion) || (rule === 'named group' && apiVersion.indexOf('/') <= 0);
}

/** ParseGroupVersion, apimachinery/pkg/runtime/schema. */
function isReadable(apiVersion: string): boolean {
  return apiVersion.split('/').length <= 2;
}
