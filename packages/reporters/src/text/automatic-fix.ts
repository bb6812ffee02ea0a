import type { ReportedDiagnostic, ReportedFix } from '@podlint/engine';

export interface AutomaticFix {
  readonly fix: ReportedFix;
  readonly option: '--fix' | '--fix-unsafe';
}

/**
 * The fix that the command makes by itself; undefined without one, and where several are a choice for the user. As
 * applyFixes of the engine decides.
 */
export function automaticFix({ fixes }: ReportedDiagnostic): AutomaticFix | undefined {
  const safe = fixes.filter((fix) => fix.safety === 'safe');
  if (safe.length === 1) return { fix: safe[0]!, option: '--fix' };
  return fixes.length === 1 ? { fix: fixes[0]!, option: '--fix-unsafe' } : undefined;
}
