import {
  buildsNote,
  containerIn,
  objectOf,
  versionNote,
  type ContainerPlace,
  type PositionRange,
  type ReportedDiagnostic,
  type ReportedDocument,
  type ReportedFile,
  type ReportedFix,
} from '@podlint/engine';
import { automaticFix } from './automatic-fix.js';
import { codeFrame } from './frame.js';
import type { SourceLines } from './layout.js';
import { firstSentence, reasonAndAdvice } from '@podlint/messages';
import type { Theme } from './theme.js';
import { hanging, wrap } from './wrap.js';

export interface FindingContext {
  /** The versions that the run asked for. */
  readonly versions: readonly string[];
  readonly file: Pick<ReportedFile, 'path' | 'documents'>;
  readonly lines: SourceLines;
  readonly theme: Theme;
  readonly width?: number | undefined;
  /** Lines of the source to show above and below the place. */
  readonly around: number;
  /** Whether a finding is explained here; else its page does it. */
  readonly explains: (diagnostic: ReportedDiagnostic) => boolean;
}

/** Findings at one place: what is wrong, one line each, then the place, the source, and what else helps. */
export function findingsAtOnePlace(
  group: readonly [ReportedDiagnostic, ...ReportedDiagnostic[]],
  context: FindingContext,
): string[] {
  const [first] = group;
  const { theme, lines, width, around } = context;
  return [
    ...group.flatMap((diagnostic) => headline(diagnostic, context)),
    ...placeLines(group, context),
    ...codeFrame(lines, first.range, { theme, mark: theme.severity[first.severity], width, around }),
    ...new Set(group.flatMap((diagnostic) => notes(diagnostic, context))),
  ];
}

/** `error[api/invalid]: 80000 is not a port` */
function headline({ severity, code, message }: ReportedDiagnostic, { theme, width }: FindingContext): string[] {
  const label = `${severity}[${code}]:`;
  const [first = '', ...more] = hanging(label, firstSentence(message).first, width, '  ');
  return [theme.severity[severity](label) + first.slice(label.length), ...more];
}

/** `  --> deploy/web.yaml:13:11  Deployment shop/web, container web, image` */
function placeLines(
  group: readonly [ReportedDiagnostic, ...ReportedDiagnostic[]],
  { theme, file, width }: FindingContext,
): string[] {
  const [first] = group;
  const place = renderedPlace(first, file.path);
  const subject = subjectOf(group, file);
  const line = `  --> ${place}  ${subject}`.trimEnd();
  if (width === undefined || line.length <= width)
    return [`  ${theme.dim('-->')} ${theme.place(place)}  ${subject}`.trimEnd()];
  return [`  ${theme.dim('-->')} ${theme.place(place)}`, ...wrap(subject, width - 6).map((part) => `      ${part}`)];
}

/** Of what a chart or a kustomization was rendered from, the file behind it comes first. */
export function renderedPlace({ source, range }: ReportedDiagnostic, path: string): string {
  const here = placeOf(path, range);
  if (!source) return here;
  const { path: behind, repo, ref } = source;
  return `${behind}${repo === undefined ? '' : ` of ${repo}`}${ref === undefined ? '' : ` at ${ref}`} (${here})`;
}

export function placeOf(path: string, { start }: PositionRange): string {
  return `${path}:${start.line}:${start.column}`;
}

/** The object, the container and the field, as far as the findings share them. */
export function subjectOf(
  group: readonly [ReportedDiagnostic, ...ReportedDiagnostic[]],
  file: Pick<ReportedFile, 'documents'>,
): string {
  const [first] = group;
  const fields = group.map(fieldOf);
  const isShared = new Set(group.map(({ path }) => path)).size === 1;
  return [
    subjectName(first.builds?.object ?? objectOf(first, file)),
    containerText(first),
    isShared ? (fields[0] ?? '') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** `Deployment shop/web` */
function subjectName(object: Pick<ReportedDocument, 'kind' | 'namespace' | 'name'> | undefined): string {
  if (object?.kind === undefined) return '';
  const name = [object.namespace, object.name].filter((part) => part !== undefined).join('/');
  return object.name === undefined ? object.kind : `${object.kind} ${name}`;
}

const containerWords: Readonly<Record<ContainerPlace['list'], string>> = {
  containers: 'container',
  initContainers: 'init container',
  ephemeralContainers: 'ephemeral container',
};

function containerText({ container, path }: ReportedDiagnostic): string {
  const place = containerIn(path);
  return container === undefined || !place ? '' : `${containerWords[place.list]} ${container}`;
}

/** Below the container, where there is one with a name. */
function fieldOf({ container, path }: ReportedDiagnostic): string {
  return container === undefined ? path : (containerIn(path)?.below ?? path);
}

function notes(diagnostic: ReportedDiagnostic, context: FindingContext): string[] {
  const { why, advice } = reasonAndAdvice(firstSentence(diagnostic.message).rest);
  const explains = context.explains(diagnostic);
  const notes = [
    ['why', explains ? why : ''],
    // The fix says the same, and is made by a flag.
    ['fix', explains && diagnostic.fixes.length === 0 ? advice : ''],
    ...diagnostic.fixes.map((fix) => ['fix', fixNote(fix, diagnostic)] as const),
    ['choices', choicesNote(diagnostic)],
    ['and', followingNote(diagnostic)],
    ...diagnostic.related.map((place) => ['see', `${placeOf(place.file, place.range)} ${place.message}`] as const),
    ['in', buildsNote(diagnostic)],
    ['for', versionNote(diagnostic.kubernetesVersions, context.versions)],
  ] as const;
  return notes.flatMap(([label, text]) =>
    text === '' ? [] : hanging(`  = ${label}:`, text, context.width, '         '),
  );
}

function fixNote(fix: ReportedFix, diagnostic: ReportedDiagnostic): string {
  const automatic = automaticFix(diagnostic);
  if (automatic?.fix === fix) return `${fix.title} (${automatic.option})`;
  return `${fix.title} (one of ${diagnostic.fixes.length} choices)`;
}

/**
 * Of errors alone: what is merely unwise has too many ways out to name them each time. Patches of kustomizations are the
 * same once more, for one build.
 */
function choicesNote({ severity, choices }: ReportedDiagnostic): string {
  if (severity !== 'error') return '';
  const here = choices.filter(({ edits }) => edits.every(({ file }) => file === undefined));
  return here.map(({ title }) => title).join('; ');
}

/** What need not be looked at before this is mended. */
function followingNote({ follows = [] }: ReportedDiagnostic): string {
  const count = follows.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  if (count === 0) return '';
  return count === 1 ? '1 more that follows from it' : `${count} more that follow from it`;
}
