import type { Report, Severity } from '@podlint/engine';
import { automaticFix } from './automatic-fix.js';
import { everySkip, skipLines, skipsOf } from './skips.js';
import type { Theme } from './theme.js';

/** What was found, what was checked, and what was not and why. */
export function summary(report: Report, theme: Theme, detail: 'normal' | 'verbose'): string[] {
  const skips = skipsOf(report);
  const listed = detail === 'verbose' ? everySkip(skips) : [];
  return [
    verdictLine(report, theme),
    ...fixLines(report),
    theme.dim(checkedLine(report)),
    ...(skips.length === 0 ? [] : [theme.dim(`Not checked: ${skips.length}`), ...[...skipLines(skips), ...listed].map((line) => theme.dim(`  ${line}`))]),
  ];
}

function verdictLine(report: Report, theme: Theme): string {
  const counts = countSeverities(report);
  const present = severities.filter((severity) => counts[severity] > 0);
  if (present.length > 0) return present.map((severity) => theme.severity[severity](severity === 'info' ? `${counts.info} info` : plural(counts[severity], severity))).join(', ');
  return report.summary.checked > 0 ? theme.good('No problems found.') : theme.severity.warning('Nothing was checked.');
}

const severities = ['error', 'warning', 'info', 'hint'] as const satisfies readonly Severity[];

function countSeverities(report: Report): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of report.files) for (const { severity } of file.diagnostics) counts[severity]++;
  return counts;
}

function fixLines(report: Report): string[] {
  const options = report.files.flatMap((file) => file.diagnostics.map((diagnostic) => automaticFix(diagnostic)?.option));
  const safe = options.filter((option) => option === '--fix').length;
  const unsafe = options.filter((option) => option === '--fix-unsafe').length;
  return [
    ...(safe > 0 ? [`${safe} can be fixed with --fix (see them first: --fix-dry-run).`] : []),
    ...(unsafe > 0 ? [`${unsafe}${safe > 0 ? ' more' : ''} can be fixed with --fix-unsafe, which may change what a manifest means.`] : []),
  ];
}

function checkedLine({ summary, kubernetesVersions }: Report): string {
  return `Checked ${plural(summary.checked, 'object')} of ${summary.documents} in ${plural(summary.files, 'file')} against Kubernetes ${kubernetesVersions.join(', ')}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
