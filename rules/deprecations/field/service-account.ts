import { remove, rename, type PodView } from '@podlint/engine/rule';
import type { ReportField } from './messages.js';

/**
 * The new name goes before the old one where both are set (Convert_v1_PodSpec_To_core_PodSpec,
 * pkg/apis/core/v1/conversion.go).
 */
export function reportServiceAccount({ spec, at, object }: PodView, report: ReportField): void {
  if (!spec.serviceAccount) return;
  const fix = object.isWritten(at.serviceAccountName)
    ? { title: 'Remove serviceAccount, which has no effect', changes: [remove(at.serviceAccount)] }
    : { title: 'Rename to serviceAccountName', changes: [rename(at.serviceAccount, 'serviceAccountName')] };
  report({ at: at.serviceAccount, message: 'serviceAccount', fixes: [{ ...fix, safety: 'safe' }] });
}
