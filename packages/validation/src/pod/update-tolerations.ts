import { defineMessages } from '@podlint/messages';
import { type FieldPath, semanticEqual } from '@podlint/model';
import type { Context } from '../context.js';
import type { Toleration } from './scheduling/tolerations.js';

const says = defineMessages('toleration-update', {
  lost: 'The toleration of "{key}" ({operator}, {effect}) is missing. A toleration that the Pod has cannot be removed or changed. Add it again; only its tolerationSeconds may differ.',
  'all-effects': 'all effects',
});

/**
 * Tolerations can be added, and their seconds changed (validateOnlyAddedTolerations,
 * pkg/apis/core/validation/validation.go).
 */
export function validateTolerationsKept(
  tolerations: readonly Toleration[],
  oldTolerations: readonly Toleration[],
  path: FieldPath,
  { report }: Context,
): void {
  const lost = oldTolerations.find(
    (old) =>
      !tolerations.some((toleration) =>
        semanticEqual({ ...toleration, tolerationSeconds: old.tolerationSeconds }, old, 'tolerations'),
      ),
  );
  if (!lost) return;
  report.forbidden(
    path,
    says.lost({
      key: lost.key ?? '',
      operator: lost.operator ?? 'Equal',
      effect: lost.effect ?? says['all-effects'](),
    }),
  );
}
