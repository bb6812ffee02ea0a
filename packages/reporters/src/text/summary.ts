import type { Report, ReportedDiagnostic, ReportedFile, Severity } from '@podlint/engine';
import { severities } from '../severities.js';
import { automaticFix } from './automatic-fix.js';
import { everySkip, skipLines, skipsOf, type Skip } from './skips.js';
import type { Theme } from './theme.js';

/** What the summary of a report says, counted while its files come. */
export class Tally {
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  readonly fixes = { '--fix': 0, '--fix-unsafe': 0 };
  readonly skips: Skip[] = [];

  add(files: readonly ReportedFile[]): void {
    for (const skip of skipsOf(files)) this.skips.push(skip);
    for (const { diagnostics } of files) for (const diagnostic of diagnostics) this.count(diagnostic);
  }

  private count(diagnostic: ReportedDiagnostic): void {
    this.severities[diagnostic.severity]++;
    const automatic = automaticFix(diagnostic);
    if (automatic) this.fixes[automatic.option]++;
  }
}

/** What was found, what was checked, and what was not and why. */
export function summary(
  tally: Tally,
  report: Omit<Report, 'files'>,
  theme: Theme,
  detail: 'normal' | 'verbose',
): string[] {
  const { skips } = tally;
  const listed = detail === 'verbose' ? everySkip(skips) : [];
  return [
    verdictLine(tally, report, theme),
    ...setAsideLines(report),
    ...fixLines(tally),
    theme.dim(checkedLine(report)),
    ...(skips.length === 0
      ? []
      : [
          theme.dim(`Not checked: ${skips.length}`),
          ...[...skipLines(skips), ...listed].map((line) => theme.dim(`  ${line}`)),
        ]),
  ];
}

function verdictLine({ severities: counts }: Tally, report: Omit<Report, 'files'>, theme: Theme): string {
  const present = severities.filter((severity) => counts[severity] > 0);
  if (present.length > 0)
    return present
      .map((severity) =>
        theme.severity[severity](severity === 'info' ? `${counts.info} info` : plural(counts[severity], severity)),
      )
      .join(', ');
  if (report.summary.setAside !== undefined) return theme.good('No new problems found.');
  return report.summary.checked > 0 ? theme.good('No problems found.') : theme.severity.warning('Nothing was checked.');
}

function setAsideLines({ summary: { setAside } }: Pick<Report, 'summary'>): string[] {
  return setAside === undefined ? [] : [`${plural(setAside, 'finding')} set aside by the baseline.`];
}

function fixLines({ fixes: { '--fix': safe, '--fix-unsafe': unsafe } }: Tally): string[] {
  return [
    ...(safe > 0 ? [`${safe} can be fixed with --fix (see them first: --fix-dry-run).`] : []),
    ...(unsafe > 0
      ? [`${unsafe}${safe > 0 ? ' more' : ''} can be fixed with --fix-unsafe, which may change what a manifest means.`]
      : []),
  ];
}

function checkedLine({ summary, kubernetesVersions }: Omit<Report, 'files'>): string {
  return `Checked ${plural(summary.checked, 'object')} of ${summary.documents} in ${plural(summary.files, 'file')} against Kubernetes ${kubernetesVersions.join(', ')}.`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
