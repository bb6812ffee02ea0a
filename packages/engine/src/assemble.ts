import type { Diagnostic, Fix } from './diagnostic.js';
import type { InspectedFile, InspectedObject, VersionJudgement } from './inspect.js';
import { placeOfKey } from './locate.js';
import type { LineIndex } from './positions.js';
import { provenanceOf } from './provenance.js';
import type { Report, ReportedDiagnostic, ReportedDocument, ReportedFile, ReportedFix, Summary, Verdict } from './report.js';
import type { SkipReason } from './skip.js';
import { diagnostic, type Finding } from './stages/finding.js';

/** A file with everything that was found in it, from its top down. */
export function reportedFile(file: InspectedFile): ReportedFile {
  const report = reportedPart(file);
  if (file.skipped !== undefined) return { ...report, skipped: file.skipped };
  return report.documents.length === 0 ? { ...report, documents: [emptyEntry] } : report;
}

/** What was found in a part of a file; that there is nothing in it says nothing about the file. */
export function reportedPart(file: InspectedFile): ReportedFile {
  const diagnostics = file.objects.flatMap((object) => diagnosticsOf(file.path, object)).sort(compareDiagnostics);
  return { path: file.path, documents: file.objects.map((object) => entryOf(object, file.lines)), diagnostics: diagnostics.map((found) => reported(found, file.lines)) };
}

/** Stands for a text without any content. */
export const emptyEntry: ReportedDocument = { index: 0, line: 1, skipped: 'empty document' satisfies SkipReason };

function entryOf({ document, index, object, judgements, skipped }: InspectedObject, lines: LineIndex): ReportedDocument {
  const node = object?.node ?? document.root;
  const { line } = lines.position(node === undefined ? document.range.start : placeOfKey(document, node).start);
  const { apiVersion, kind } = object?.description ?? {};
  const tags = { item: object?.item, source: provenanceOf(document, node), apiVersion, kind, namespace: object?.namespace, name: object?.name };
  const outcome = skipped === undefined ? { verdicts: verdictsOf(judgements) } : { skipped };
  return { index, line, ...Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined)), ...outcome };
}

/** The range is of the same document, so its ends and the words tell findings apart. */
function keyOf({ code, path, api, range, message }: Finding): string {
  return `${code}\n${path}\n${api?.type}\n${api?.field}\n${range.start}\n${range.end}\n${message}`;
}

function verdictsOf(judgements: readonly VersionJudgement[]): Record<string, Verdict> {
  return Object.fromEntries(judgements.flatMap(({ version, verdict }) => (verdict ? [[version.name, verdict]] : [])));
}

function diagnosticsOf(file: string, { document, index, object, judgements }: InspectedObject): Diagnostic[] {
  const found = joined(judgements);
  if (found.length === 0) return [];
  const source = provenanceOf(document, object?.node ?? document.root);
  const place = { file, document: index, ...(object?.item === undefined ? {} : { item: object.item }), ...(source && { source }) };
  return found.map(({ finding, names }) => diagnostic(finding, place, names));
}

/** The same finding for several versions is one finding. */
function joined(judgements: readonly VersionJudgement[]): { finding: Finding; names: string[] }[] {
  const all = new Map<string, { finding: Finding; names: string[] }>();
  for (const { version, findings } of judgements) {
    for (const finding of findings) {
      const key = keyOf(finding);
      const known = all.get(key);
      if (!known) all.set(key, { finding, names: [version.name] });
      else if (!known.names.includes(version.name)) known.names.push(version.name);
    }
  }
  return [...all.values()];
}

/** A diagnostic with lines and columns, which `here` counts for its file. */
export function reported(diagnostic: Diagnostic, here: LineIndex): ReportedDiagnostic {
  let made: readonly ReportedFix[] | undefined;
  const { code, stage, severity, message, document, item, source, kubernetesVersions, path, api, range, related, fixes, docs } = diagnostic;
  return {
    code,
    stage,
    severity,
    message,
    document,
    ...(item === undefined ? {} : { item }),
    ...(source && { source }),
    kubernetesVersions,
    path,
    ...(api ? { api } : {}),
    range: here.range(range),
    related: related.map(({ message, file, range, place }) => ({ message, file, range: place ?? here.range(range) })),
    get fixes() {
      return (made ??= fixes().map((fix) => reportedFix(fix, here)));
    },
    docs,
  };
}

function reportedFix({ title, safety, edits }: Fix, lines: LineIndex): ReportedFix {
  return { title, safety, edits: edits.map(({ range, text }) => ({ range: lines.range(range), text })) };
}

/** From the top of the file down; what stands at one place goes by its code, path and message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start - b.range.start ||
    a.range.end - b.range.end ||
    compareText(a.code, b.code) ||
    compareText(a.path, b.path) ||
    compareText(a.message, b.message)
  );
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function summarise(files: readonly ReportedFile[]): Summary {
  const documents = files.flatMap((file) => file.documents);
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const skippedDocuments = documents.filter((document) => document.skipped !== undefined).length;
  const skippedFiles = files.filter((file) => file.skipped !== undefined).length;
  const countOf = (severity: ReportedDiagnostic['severity']): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    files: files.length,
    documents: documents.length,
    checked: documents.length - skippedDocuments,
    skipped: skippedDocuments + skippedFiles,
    errors: countOf('error'),
    warnings: countOf('warning'),
    infos: countOf('info'),
    get fixable() {
      return diagnostics.filter(({ fixes }) => fixes.length > 0).length;
    },
  };
}

export function report(tool: Report['tool'], kubernetesVersions: readonly string[], files: readonly ReportedFile[]): Report {
  return { version: 1, tool, kubernetesVersions, files, summary: summarise(files) };
}
