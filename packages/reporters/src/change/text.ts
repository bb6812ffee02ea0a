import type { ReportedDocument } from '@podlint/engine';
import type { ChangedObject, ChangeReport, PlacedFinding } from '@podlint/engine/change';
import type { ReporterOptions } from '../reporter.js';
import { visible, visibleDeep, visibleDiagnostic } from '../sanitize.js';
import { findingsAtOnePlace } from '../text/finding.js';
import { joinBlocks, SourceLines, readableWidth } from '../text/layout.js';
import { createTheme, type Theme } from '../text/theme.js';
import { countsText, sectionsOf, type Entry, type Section, type SectionKey } from './sections.js';
import { counted } from './words.js';

/** What was compared. */
export interface ChangeSubject {
  /** `main (8c1f0a2)` */
  readonly before: string;
  /** Undefined: the files on the disk. */
  readonly now?: string | undefined;
}

const titles: Readonly<Record<SectionKey, string>> = {
  refused: 'REFUSED by the API server',
  broken: 'DOES NOT BUILD any more',
  gone: 'GONE: deleted, if what applies the files prunes (Argo CD, Flux, kubectl apply --prune)',
  gains: 'GAINS privileges or reach',
  losses: 'LOSES limits, requests, probes or replicas',
  pods: 'PODS',
  scale: 'SCALES',
  new: 'NEW',
  controllers: 'CHANGES that are up to a controller',
  others: 'CHANGES without new Pods',
  'not checked': 'NOT CHECKED: nobody can tell whether the server takes these',
  'not compared': 'NOT COMPARED',
};

/** In a section of more, only so many are shown unless all are asked for. */
const mostShown = 20;
/** They are of little use to who asks what a change does. */
const onlyVerbose: ReadonlySet<SectionKey> = new Set(['not checked', 'not compared']);

/** For people: what a change does, the gravest last but one, and the sum of it at the end. */
export function changeText(report: ChangeReport, subject: ChangeSubject, options: ReporterOptions): string {
  const theme = createTheme(options.colors);
  const blocks = sectionsOf(report).map((section) =>
    section.key === 'refused'
      ? refusedBlock(report, section, theme, options)
      : onlyVerbose.has(section.key) && options.detail !== 'verbose'
        ? []
        : sectionBlock(section, theme, options),
  );
  return joinBlocks([...blocks.filter((block) => block.length > 0), sumLines(report, subject, theme, options)]);
}

function refusedBlock(report: ChangeReport, section: Section, theme: Theme, options: ReporterOptions): string[] {
  const blocks = refusedFindings(report).map(({ file, diagnostic, document }) => {
    const context = {
      ...{ versions: [report.kubernetesVersion], file: { path: visible(file), documents: [document] } },
      ...{ lines: new SourceLines(options.sourceOf(file)), theme },
      ...{ width: readableWidth(options.width), around: 0, explains: () => true },
    };
    return findingsAtOnePlace([visibleDiagnostic(diagnostic)], context);
  });
  return [theme.severity.error(`${titles.refused} (${section.entries.length})`), ...blocks.flat()];
}

interface RefusedFinding extends PlacedFinding {
  readonly document: ReportedDocument;
}

/** Each finding once, with all builds that show it. */
function refusedFindings({ objects }: ChangeReport): readonly RefusedFinding[] {
  const byKey = new Map<string, RefusedFinding>();
  for (const object of objects)
    for (const { file, diagnostic } of object.findings ?? []) {
      const { range, code, messageId, path } = diagnostic;
      const key = [file, range.start.offset, code, messageId, path].join('\n');
      const known = byKey.get(key)?.diagnostic.builds;
      const { builds } = diagnostic;
      const joined = builds && known ? { ...builds, roots: [...known.roots, ...builds.roots] } : builds;
      byKey.set(key, {
        ...{ file, document: documentOf(object, diagnostic) },
        diagnostic: joined ? { ...diagnostic, builds: joined } : diagnostic,
      });
    }
  return [...byKey.values()];
}

function documentOf(
  { kind, namespace, name }: ChangedObject,
  { document: index, item }: Pick<PlacedFinding['diagnostic'], 'document' | 'item'>,
): ReportedDocument {
  return visibleDeep({
    ...{ index, line: 1 },
    ...(item !== undefined && { item }),
    ...(kind !== undefined && { kind }),
    ...(namespace !== undefined && { namespace }),
    ...(name !== undefined && { name }),
  });
}

function sectionBlock({ key, entries }: Section, theme: Theme, { detail }: ReporterOptions): string[] {
  const shown = detail === 'verbose' ? entries : entries.slice(0, mostShown);
  const title = `${titles[key]} (${entries.length})`;
  const rest = entries.length - shown.length;
  return [
    key === 'broken' ? theme.severity.error(title) : theme.strong(title),
    ...shown.flatMap((entry) => entryLines(entry, theme)),
    ...(rest > 0 ? [`  and ${rest} more (--verbose)`] : []),
  ];
}

function entryLines({ subject, builds, place, lines }: Entry, theme: Theme): string[] {
  const where = [place === '' ? '' : theme.place(place), buildsText(builds)].filter((part) => part !== '').join('  ');
  return [`  ${theme.strong(subject)}${where === '' ? '' : `  ${where}`}`, ...lines.map((line) => `      ${line}`)];
}

/** `in overlays/prod, overlays/dev and 3 more` */
export function buildsText(builds: readonly string[]): string {
  if (builds.length === 0) return '';
  const shown = builds.length > 3 ? builds.slice(0, 2) : builds;
  const rest = builds.length - shown.length;
  return `in ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function sumLines(report: ChangeReport, subject: ChangeSubject, theme: Theme, { detail }: ReporterOptions): string[] {
  const { summary, images } = report;
  const counts = `Since ${visible(subject.before)}: ${countsText(report)}.`;
  const replaced = images.map(
    ({ from, to, objects }) => `  ${visible(from)} -> ${visible(to)}  ${counted(objects, 'object')}`,
  );
  const shown = detail === 'verbose' ? replaced : replaced.slice(0, mostShown);
  const skipped = summary.notChecked + summary.notCompared;
  return [
    ...(shown.length > 0 ? [theme.strong(`IMAGES (${images.length})`), ...shown] : []),
    ...(shown.length < replaced.length ? [`  and ${replaced.length - shown.length} more (--verbose)`] : []),
    ...(shown.length > 0 ? [''] : []),
    counts,
    ...(verdictText(report) === '' ? [] : [verdictLine(report, theme)]),
    ...(skipped > 0 && detail !== 'verbose' ? [`Not checked or not compared: ${skipped} (--verbose).`] : []),
  ];
}

export function verdictText({ summary, kubernetesVersion }: ChangeReport): string {
  const { refused, brokenBuilds, rollouts } = summary;
  const broken =
    brokenBuilds === 0
      ? []
      : [`${counted(brokenBuilds, 'kustomization')} no longer ${brokenBuilds === 1 ? 'builds' : 'build'}`];
  const refuses = refused === 0 ? [] : [`Kubernetes ${kubernetesVersion} would refuse ${counted(refused, 'object')}`];
  const bad = [...refuses, ...broken];
  const rolled =
    rollouts === 0 ? 'No running Pod is replaced.' : `Pods of ${counted(rollouts, 'object')} are replaced or restart.`;
  if (bad.length === 0 && summary.new + summary.gone + summary.changed === 0) return '';
  if (bad.length > 0) return `${bad.join(', and ')}. ${rolled}`;
  return `Kubernetes ${kubernetesVersion} would take it all. ${rolled}`;
}

function verdictLine(report: ChangeReport, theme: Theme): string {
  const { refused, brokenBuilds } = report.summary;
  const text = verdictText(report);
  return refused + brokenBuilds > 0 ? theme.severity.error(text) : theme.good(text);
}
