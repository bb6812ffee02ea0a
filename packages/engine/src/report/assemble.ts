import type { SkipReason } from '../documents/skip.js';
import { faultCode } from '../findings/fault.js';
import { sumOfNotShown } from './shown.js';
import { lazily } from './lazily.js';
import type { NotShown, Report, ReportedDiagnostic, ReportedDocument, ReportedFile, Summary } from './report.js';

/** Stands for a text without any content. */
export const emptyEntry: ReportedDocument = { index: 0, line: 1, skipped: 'empty document' satisfies SkipReason };

/** A whole file: one without any content says so. */
export function wholeFile(file: ReportedFile): ReportedFile {
  return file.skipped === undefined && file.documents.length === 0 ? { ...file, documents: [emptyEntry] } : file;
}

const withFixable = lazily<Pick<Summary, 'fixable'>>('fixable');

export function summarise(files: readonly ReportedFile[]): Summary {
  const documents = files.flatMap((file) => file.documents);
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const skippedDocuments = documents.filter((document) => document.skipped !== undefined).length;
  const skippedFiles = files.filter((file) => file.skipped !== undefined).length;
  const setAside = files.reduce((sum, file) => sum + (file.setAside ?? 0), 0);
  const notShown = files.reduce<NotShown | undefined>((sum, file) => sumOfNotShown(sum, file.notShown), undefined);
  const countOf = (severity: ReportedDiagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const faults = diagnostics.filter(({ code }) => code === faultCode.id).length;
  const counted = {
    files: files.length,
    documents: documents.length,
    checked: documents.length - skippedDocuments,
    skipped: skippedDocuments + skippedFiles,
    errors: countOf('error'),
    warnings: countOf('warning'),
    infos: countOf('info'),
    ...(faults > 0 && { faults }),
    ...(setAside > 0 && { setAside }),
    ...(notShown && { notShown }),
  };
  return withFixable(counted, () => ({
    fixable: diagnostics.filter(({ fixes }) => fixes.length > 0).length,
  }));
}

export function report(
  tool: Report['tool'],
  kubernetesVersions: readonly string[],
  files: readonly ReportedFile[],
): Report {
  return { version: 1, tool, kubernetesVersions, files, summary: summarise(files) };
}
