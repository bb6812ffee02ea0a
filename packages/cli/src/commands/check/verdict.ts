import type { Report } from '@podlint/engine';
import { type ExitCode, exitCode } from '../../command-line/exit-code.js';
import type { CheckOptions } from './options.js';

/** What the command ends with after a report. */
export interface Verdict {
  readonly exitCode: ExitCode;
  /** What fails the run and is no finding that the report shows; one line each. */
  readonly reasons: readonly string[];
}

/** What a report is judged by. */
export type Demands = Pick<CheckOptions, 'failOn' | 'skips' | 'maxWarnings' | 'detail'>;
type Counts = Pick<Report['summary'], 'errors' | 'warnings' | 'infos' | 'skipped'>;

export function verdictOn({ summary }: { readonly summary: Counts }, options: Demands): Verdict {
  const counted = {
    error: summary.errors,
    warning: summary.errors + summary.warnings,
    info: summary.errors + summary.warnings + summary.infos,
  };
  const reasons = [...warningsBeyond(summary, options), ...forbiddenSkips(summary, options)];
  const hasFindings = counted[options.failOn] > 0;
  if (hasFindings && summary.errors === 0 && options.detail === 'quiet')
    reasons.push(`--fail-on ${options.failOn} fails the run for findings that --quiet does not print`);
  return { exitCode: hasFindings || reasons.length > 0 ? exitCode.findings : exitCode.clean, reasons };
}

function warningsBeyond({ warnings }: Counts, { maxWarnings }: Demands): string[] {
  return warnings > maxWarnings
    ? [`${warnings} ${warnings === 1 ? 'warning is' : 'warnings are'} more than --max-warnings ${maxWarnings} allows`]
    : [];
}

function forbiddenSkips({ skipped }: Counts, { skips }: Demands): string[] {
  return skips === 'forbidden' && skipped > 0
    ? [`${skipped} not checked, and --fail-on-skipped allows none; --verbose names them`]
    : [];
}
