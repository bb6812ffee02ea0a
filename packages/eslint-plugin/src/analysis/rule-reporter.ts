import type { ReportedDiagnostic } from '@podlint/engine';
import type { Fixes } from './fixes.js';
import type { RuleContextOfText } from './rule-context.js';

/** Tells ESLint, in the name of one rule, what was found in a file. */
export interface RuleReporter {
  readonly id: string;
  /** @param context of the rule in that file */
  tell(diagnostic: ReportedDiagnostic, fixes: Fixes, context: RuleContextOfText): void;
}
