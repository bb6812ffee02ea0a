import type { Report } from '@podlint/engine';
import type { Outcome } from '@podlint/reporters';
import { type ExitCode, exitCode } from '../../command-line/exit-code.js';
import type { CheckOptions } from './check-options.js';

/** What the command ends with after a report. */
export interface Verdict {
  readonly exitCode: ExitCode;
  /** What fails the run and is no finding that the report shows; one line each. */
  readonly reasons: readonly string[];
}

/** What a report is judged by. */
export type Demands = Pick<CheckOptions, 'failOn' | 'skips' | 'maxWarnings' | 'detail'>;
type Counts = Pick<Report['summary'], 'errors' | 'warnings' | 'infos' | 'skipped' | 'notShown' | 'faults'>;

/** What is not shown fails a run as well. */
export function verdictOn({ summary }: { readonly summary: Counts }, options: Demands): Verdict {
  const { errors, skipped, notShown = { warnings: 0, infos: 0 } } = summary;
  const warnings = summary.warnings + notShown.warnings;
  const infos = summary.infos + notShown.infos;
  const reasons = [...warningsBeyond(warnings, options), ...forbiddenSkips(skipped, options)];
  const found = { error: errors, warning: errors + warnings, info: errors + warnings + infos }[options.failOn];
  const shown = options.detail === 'quiet' ? errors : found - hiddenOf(notShown, options.failOn);
  if (found > 0 && shown === 0)
    reasons.push(
      `--fail-on ${options.failOn} fails the run for findings that are not printed; ${options.detail === 'quiet' ? 'leave out --quiet' : `add --level ${options.failOn}`} to see them`,
    );
  if (summary.faults) return { exitCode: exitCode.internal, reasons };
  return { exitCode: found > 0 || reasons.length > 0 ? exitCode.findings : exitCode.clean, reasons };
}

function hiddenOf({ warnings, infos }: NonNullable<Counts['notShown']>, failOn: Demands['failOn']): number {
  return { error: 0, warning: warnings, info: warnings + infos }[failOn];
}

/** How the run ends, in a word. Where nothing was judged and nothing is wrong, nothing was said. */
export function outcomeOf(summary: Counts & Pick<Report['summary'], 'checked'>, options: Demands): Outcome {
  if (verdictOn({ summary }, options).exitCode !== exitCode.clean) return 'failed';
  return summary.checked === 0 ? 'not checked' : 'passed';
}

function warningsBeyond(warnings: number, { maxWarnings }: Demands): string[] {
  return warnings > maxWarnings
    ? [`${warnings} ${warnings === 1 ? 'warning is' : 'warnings are'} more than --max-warnings ${maxWarnings} allows`]
    : [];
}

function forbiddenSkips(skipped: number, { skips }: Demands): string[] {
  return skips === 'forbidden' && skipped > 0
    ? [`${skipped} not checked, and --fail-on-skipped allows none; --verbose names them`]
    : [];
}
