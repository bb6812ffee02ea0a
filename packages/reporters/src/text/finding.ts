import {
  objectName,
  objectOf,
  type PositionRange,
  type ReportedDiagnostic,
  type ReportedFile,
  type ReportedFix,
} from '@podlint/engine';
import { automaticFix } from './automatic-fix.js';
import { codeFrame } from './frame.js';
import type { SourceLines } from './layout.js';
import type { Theme } from './theme.js';
import { wrap } from './wrap.js';

export interface FindingContext {
  /** The versions that the run asked for. */
  readonly versions: readonly string[];
  readonly file: Pick<ReportedFile, 'path' | 'documents'>;
  readonly lines: SourceLines;
  readonly theme: Theme;
  readonly width?: number | undefined;
}

/** One finding: its place, severity and code, what is wrong, the source, and what else helps. */
export function finding(diagnostic: ReportedDiagnostic, context: FindingContext): string[] {
  const { theme, file, lines, width } = context;
  const mark = theme.severity[diagnostic.severity];
  const frame = codeFrame(lines, diagnostic.range, { theme, mark, width });
  return [
    `${theme.place(placeOf(file.path, diagnostic.range))}${theme.dim(madeFrom(diagnostic))}  ${mark(diagnostic.severity)}  ${theme.dim(diagnostic.code)}`,
    ...paragraph(diagnostic.message, context),
    ...(frame.length > 0 ? ['', ...frame, ''] : []),
    ...notes(diagnostic, context),
  ];
}

function placeOf(path: string, { start }: PositionRange): string {
  return `${path}:${start.line}:${start.column}`;
}

/** The file behind a rendered one, beside the place in that. */
function madeFrom({ source }: ReportedDiagnostic): string {
  if (!source) return '';
  const { path, repo, ref } = source;
  return ` (${path}${repo === undefined ? '' : ` of ${repo}`}${ref === undefined ? '' : ` at ${ref}`})`;
}

function paragraph(message: string, { width }: FindingContext): string[] {
  return (width === undefined ? [message] : wrap(message, width - 2)).map((line) => `  ${line}`);
}

function notes(diagnostic: ReportedDiagnostic, context: FindingContext): string[] {
  const notes = [
    ['in', whereInObject(diagnostic, context.file)],
    ...diagnostic.related.map((place) => ['see', `${placeOf(place.file, place.range)} ${place.message}`] as const),
    ...diagnostic.fixes.map((fix) => ['fix', fixNote(fix, diagnostic)] as const),
    ['for', versionNote(diagnostic, context.versions)],
  ] as const;
  return notes.flatMap(([label, text]) =>
    text === '' ? [] : [`  ${context.theme.dim(`${label}:`.padEnd(5))}${text}`],
  );
}

function whereInObject(diagnostic: ReportedDiagnostic, file: FindingContext['file']): string {
  return [objectName(objectOf(diagnostic, file)), diagnostic.path].filter((part) => part !== '').join(', ');
}

function fixNote(fix: ReportedFix, diagnostic: ReportedDiagnostic): string {
  const automatic = automaticFix(diagnostic);
  if (automatic?.fix === fix)
    return `${fix.title} (${automatic.option} does it${fix.safety === 'safe' ? '' : ', and may change what the manifest means'})`;
  return `${fix.title} (one of ${diagnostic.fixes.length} choices, yours to make)`;
}

/** Worth a line only where it does not hold for every version of the run. */
function versionNote({ kubernetesVersions }: ReportedDiagnostic, asked: readonly string[]): string {
  return kubernetesVersions.length === asked.length ? '' : `Kubernetes ${kubernetesVersions.join(', ')} only`;
}
