import type { ReportedDiagnostic } from '@podlint/engine';
import { editsOfFix, type Remedy } from './actions.js';

/**
 * The fixes of a finding. A safe one is preferred where it is the only one: between several, the user has to decide.
 */
export function fixRemedies({ fixes }: ReportedDiagnostic): Remedy[] {
  const isOnlySafeOne = fixes.filter(({ safety }) => safety === 'safe').length === 1;
  return fixes.map((fix) => ({
    title: fix.title,
    edits: editsOfFix(fix),
    isPreferred: fix.safety === 'safe' && isOnlySafeOne,
  }));
}
