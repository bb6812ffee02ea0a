import { sortedAndJoined, type Found } from '../findings/found.js';
import type { InspectedFile, InspectedObject, VersionJudgement } from '../pipeline/inspect.js';
import { lazily } from './lazily.js';
import { placeOfKey } from '../findings/locate.js';
import type { LineIndex } from './positions.js';
import { provenanceOf } from '../documents/provenance.js';
import type {
  Provenance,
  Report,
  ReportedDiagnostic,
  ReportedDocument,
  ReportedFile,
  Summary,
  Verdict,
} from './report.js';
import { reported } from './reported.js';
import type { SkipReason } from '../documents/skip.js';

/** A file with everything that was found in it, from its top down. */
export function reportedFile(file: InspectedFile): ReportedFile {
  const report = reportedPart(file);
  if (file.skipped !== undefined) return { ...report, skipped: file.skipped };
  return report.documents.length === 0 ? { ...report, documents: [emptyEntry] } : report;
}

/** What was found in a part of a file; that there is nothing in it says nothing about the file. */
export function reportedPart({ path, objects, lines }: InspectedFile): ReportedFile {
  const found: Found[] = [];
  const documents = objects.map((inspected) => {
    const source = provenanceOf(inspected.document, inspected.object?.node ?? inspected.document.root);
    addFound(found, inspected, source);
    return entryOf(inspected, lines, source);
  });
  return { path, documents, diagnostics: sortedAndJoined(found).map((one) => reported(one, lines, path)) };
}

function addFound(all: Found[], { index, object, judgements }: InspectedObject, source: Provenance | undefined): void {
  for (const { version, findings } of judgements) {
    const versions = [version.name];
    for (const finding of findings)
      all.push({ finding, document: index, item: object?.item, object, source, versions });
  }
}

type Entry = { -readonly [Part in keyof ReportedDocument]: ReportedDocument[Part] };

/** Stands for a text without any content. */
export const emptyEntry: ReportedDocument = { index: 0, line: 1, skipped: 'empty document' satisfies SkipReason };

function entryOf(
  { document, index, object, judgements, skipped, format }: InspectedObject,
  lines: LineIndex,
  source: Provenance | undefined,
): ReportedDocument {
  const node = object?.node ?? document.root;
  const { line } = lines.position(node === undefined ? document.range.start : placeOfKey(document, node).start);
  const { apiVersion, kind } = object?.description ?? {};
  const entry: Entry = { index, line };
  if (object?.item !== undefined) entry.item = object.item;
  if (source) entry.source = source;
  if (apiVersion !== undefined) entry.apiVersion = apiVersion;
  if (kind !== undefined) entry.kind = kind;
  if (object?.namespace !== undefined) entry.namespace = object.namespace;
  if (object?.name !== undefined) entry.name = object.name;
  if (skipped === undefined) entry.verdicts = verdictsOf(judgements);
  else entry.skipped = skipped;
  if (format !== undefined) entry.format = format;
  return entry;
}

function verdictsOf(judgements: readonly VersionJudgement[]): Record<string, Verdict> {
  const verdicts: Record<string, Verdict> = {};
  for (const { version, verdict } of judgements) if (verdict) verdicts[version.name] = verdict;
  return verdicts;
}

const withFixable = lazily<'fixable', number>('fixable');

export function summarise(files: readonly ReportedFile[]): Summary {
  const documents = files.flatMap((file) => file.documents);
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const skippedDocuments = documents.filter((document) => document.skipped !== undefined).length;
  const skippedFiles = files.filter((file) => file.skipped !== undefined).length;
  const setAside = files.reduce((sum, file) => sum + (file.setAside ?? 0), 0);
  const countOf = (severity: ReportedDiagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counted = {
    files: files.length,
    documents: documents.length,
    checked: documents.length - skippedDocuments,
    skipped: skippedDocuments + skippedFiles,
    errors: countOf('error'),
    warnings: countOf('warning'),
    infos: countOf('info'),
    ...(setAside > 0 && { setAside }),
  };
  return withFixable(counted, () => diagnostics.filter(({ fixes }) => fixes.length > 0).length);
}

export function report(
  tool: Report['tool'],
  kubernetesVersions: readonly string[],
  files: readonly ReportedFile[],
): Report {
  return { version: 1, tool, kubernetesVersions, files, summary: summarise(files) };
}
