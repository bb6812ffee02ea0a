import type { ReportedDiagnostic, ReportedFile, Severity, Summary } from '@podlint/engine';
import type { Outcome, ReporterOptions } from '../reporter.js';
import { visibleDeep } from '../sanitize.js';
import { severities } from '../severities.js';
import { automaticFix } from './automatic-fix.js';
import { number, plural } from './numbers.js';
import { everySkip, skipsOf, skipTable, type Skip } from './skips.js';
import type { Theme } from './theme.js';
import { wrapParts } from './wrap-parts.js';

/** What the summary of a report says, counted while its files come. */
export class Tally {
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  /** How many files have a finding of the severity. */
  readonly files: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  readonly fixes = { '--fix': 0, '--fix-unsafe': 0 };
  readonly skips: Skip[] = [];
  /** The code of the first finding of the gravest severity. */
  readonly firstCodes = new Map<Severity, string>();
  private readonly lastFiles = new Map<Severity, string>();

  addFindings({ path, diagnostics }: Pick<ReportedFile, 'path' | 'diagnostics'>): void {
    for (const diagnostic of diagnostics) this.count(path, diagnostic);
  }

  addSkips(file: ReportedFile): void {
    for (const skip of visibleDeep(skipsOf([file]))) this.skips.push(skip);
  }

  private count(path: string, diagnostic: ReportedDiagnostic): void {
    const { severity, code } = diagnostic;
    this.severities[severity]++;
    if (this.lastFiles.get(severity) !== path) this.files[severity]++;
    this.lastFiles.set(severity, path);
    if (!this.firstCodes.has(severity)) this.firstCodes.set(severity, code);
    const automatic = automaticFix(diagnostic);
    if (automatic) this.fixes[automatic.option]++;
  }
}

export interface SummaryStyle extends Pick<ReporterOptions, 'detail' | 'outcomeOf' | 'noFile' | 'width'> {
  readonly theme: Theme;
}

/** How the run ended, in a word; what was found, what was judged, and what was not and why. */
export function summary(tally: Tally, versions: readonly string[], total: Summary, style: SummaryStyle): string[] {
  const { theme, width, detail } = style;
  const { skips } = tally;
  const outcome = (style.outcomeOf ?? outcomeByErrors)(total);
  const [first = '', ...others] = [
    ...verdictParts(outcome, tally, total, versions, style),
    ...notShownParts(total),
    ...setAsideParts(total),
    ...fixParts(tally),
    ...explainParts(tally),
  ];
  const [line = '', ...more] = wrapParts([first, ...others], width);
  const word = outcomeWords[outcome];
  const paint = outcome === 'passed' ? theme.good : theme.severity[outcome === 'failed' ? 'error' : 'warning'];
  return [
    ...(skips.length === 0 ? [] : skipTable(skips, width).map(theme.dim)),
    ...(detail === 'verbose' ? everySkip(skips).map(theme.dim) : []),
    paint(word) + line.slice(word.length),
    ...more,
  ];
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  passed: 'PASSED',
  failed: 'FAILED',
  'not checked': 'NOT CHECKED',
};

function outcomeByErrors({ errors, checked }: Summary): Outcome {
  if (errors > 0) return 'failed';
  return checked > 0 ? 'passed' : 'not checked';
}

/** The first sentence, which begins with the word, and what it has no room for. */
function verdictParts(
  outcome: Outcome,
  tally: Tally,
  total: Summary,
  kubernetesVersions: readonly string[],
  { noFile }: SummaryStyle,
): string[] {
  const word = outcomeWords[outcome];
  const found = foundText(tally);
  const versions = `Kubernetes ${kubernetesVersions.join(', ')}`;
  const all = `${number(total.checked + total.skipped)} ${nounFor(total)}`;
  const judged = `${number(total.checked)} of ${all} judged against ${versions}.`;
  if (outcome === 'passed' && total.skipped > 0)
    return [
      `${word} ${number(total.checked)}, NOT CHECKED ${number(total.skipped)} of ${all} against ${versions}.`,
      ...found,
    ];
  if (outcome === 'not checked')
    return [`${word}  ${total.files === 0 && noFile ? noFile : extentOf(total)}.`, ...found];
  if (found.length > 0) return [`${word}  ${found[0] ?? ''}`, judged];
  return outcome === 'failed' ? [`${word}  ${judged}`] : [`${word}  ${extentOf(total)}, ${versions}.`];
}

/** Files of which no object was read are counted as they are. */
function nounFor({ documents, checked, skipped }: Summary): string {
  return checked + skipped > documents ? 'objects and files' : 'objects';
}

function extentOf({ documents, files }: Summary): string {
  return documents === 0 ? plural(files, 'file') : `${plural(documents, 'object')} in ${plural(files, 'file')}`;
}

/** `3 errors in 3 files, 1,500 warnings.` */
function foundText({ severities: counts, files }: Tally): string[] {
  const present = severities.filter((severity) => counts[severity] > 0);
  const [first] = present;
  if (first === undefined) return [];
  const texts = present.map(
    (severity) =>
      `${plural(counts[severity], severity)}${severity === first ? ` in ${plural(files[severity], 'file')}` : ''}`,
  );
  return [`${texts.join(', ')}.`];
}

function notShownParts({ notShown }: Summary): string[] {
  if (!notShown) return [];
  const counts = [
    ...(notShown.warnings > 0 ? [plural(notShown.warnings, 'warning')] : []),
    ...(notShown.infos > 0 ? [plural(notShown.infos, 'info')] : []),
  ];
  return [`Not shown: ${counts.join(', ')} (--level ${notShown.infos > 0 ? 'info' : 'warning'}).`];
}

function setAsideParts({ setAside }: Summary): string[] {
  return setAside === undefined ? [] : [`Set aside by the baseline: ${plural(setAside, 'finding')}.`];
}

function fixParts({ fixes: { '--fix': safe, '--fix-unsafe': unsafe } }: Tally): string[] {
  return [
    ...(safe > 0 ? [`${plural(safe, 'safe fix', 'safe fixes')}: --fix.`] : []),
    ...(unsafe > 0 ? [`${plural(unsafe, 'unsafe fix', 'unsafe fixes')}: --fix-unsafe.`] : []),
  ];
}

function explainParts({ firstCodes }: Tally): string[] {
  const gravest = severities.find((severity) => firstCodes.has(severity));
  const code = gravest && firstCodes.get(gravest);
  return code === undefined ? [] : [`Explain: podlint explain ${code}`];
}
