import { type FieldPath, semanticEqual } from '@podlint/model';
import type { Context } from '../context.js';
import type { Toleration } from './scheduling/tolerations.js';

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
    `A toleration that the Pod has cannot be removed or changed, and that of "${lost.key ?? ''}" (${lost.operator ?? 'Equal'}, ${lost.effect ?? 'all effects'}) is missing. Add it again; only its tolerationSeconds may differ.`,
  );
}
