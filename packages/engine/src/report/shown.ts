import type { Severity } from '../findings/diagnostic.js';
import type { NotShown, ReportedDiagnostic, ReportedFile } from './report.js';

/** The least severity that is reported. */
export type ReportLevel = 'error' | 'warning' | 'info';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 2 };

/** The findings at or above a level, and how many others there are; without a level all of them. */
export function shownAt(file: ReportedFile, level: ReportLevel | undefined): ReportedFile {
  const { shown, notShown } = splitAtLevel(file.diagnostics, level);
  return notShown ? { ...file, diagnostics: shown, ...withNotShown(sumOfNotShown(file.notShown, notShown)) } : file;
}

type Graded = Pick<ReportedDiagnostic, 'severity'>;

/** Whether a finding is below the least severity that is reported. */
export function isHidden({ severity }: Graded, level: ReportLevel | undefined): boolean {
  return level !== undefined && rank[severity] > rank[level];
}

/** Findings at or above a level, and how many others there are, if any. */
export function splitAtLevel<Finding extends Graded>(
  findings: readonly Finding[],
  level: ReportLevel | undefined,
): { readonly shown: readonly Finding[]; readonly notShown?: NotShown } {
  const shown = findings.filter((finding) => !isHidden(finding, level));
  const hidden = findings.length - shown.length;
  if (hidden === 0) return { shown };
  const warnings = findings.filter((finding) => finding.severity === 'warning' && isHidden(finding, level)).length;
  return { shown, notShown: { warnings, infos: hidden - warnings } };
}

/** As a part of a file's report. */
export function withNotShown(notShown: NotShown | undefined): Pick<ReportedFile, 'notShown'> {
  return notShown ? { notShown } : {};
}

/** Both counts together; undefined where nothing was left out. */
export function sumOfNotShown(one: NotShown | undefined, other: NotShown | undefined): NotShown | undefined {
  if (!one || !other) return one ?? other;
  return { warnings: one.warnings + other.warnings, infos: one.infos + other.infos };
}
