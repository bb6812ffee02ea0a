import type { Severity } from '../findings/diagnostic.js';
import type { NotShown, ReportedDiagnostic, ReportedFile } from './report.js';

/** The least severity that is reported. */
export type ReportLevel = 'error' | 'warning' | 'info';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 2 };

/** The findings at or above a level, and how many others there are; without a level all of them. */
export function shownAt(file: ReportedFile, level: ReportLevel | undefined): ReportedFile {
  if (level === undefined || level === 'info') return file;
  const isShown = ({ severity }: ReportedDiagnostic): boolean => rank[severity] <= rank[level];
  const hidden = file.diagnostics.filter((diagnostic) => !isShown(diagnostic));
  if (hidden.length === 0) return file;
  const warnings = hidden.filter(({ severity }) => severity === 'warning').length;
  return {
    ...file,
    diagnostics: file.diagnostics.filter(isShown),
    notShown: sumOfNotShown(file.notShown, { warnings, infos: hidden.length - warnings }) ?? noneHidden,
  };
}

const noneHidden: NotShown = { warnings: 0, infos: 0 };

/** Both counts together; undefined where nothing was left out. */
export function sumOfNotShown(one: NotShown | undefined, other: NotShown | undefined): NotShown | undefined {
  if (!one || !other) return one ?? other;
  return { warnings: one.warnings + other.warnings, infos: one.infos + other.infos };
}
