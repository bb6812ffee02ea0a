import type { ReportedDiagnostic, ReportedDocument, ReportedFile } from './report.js';

/** The object that a finding is about; undefined where none could be read. */
export function objectOf(
  diagnostic: Pick<ReportedDiagnostic, 'document' | 'item'>,
  file: Pick<ReportedFile, 'documents'>,
): ReportedDocument | undefined {
  return file.documents.find((document) => document.index === diagnostic.document && document.item === diagnostic.item);
}

/** `Deployment web`; empty for what has no kind. */
export function objectName(object: Pick<ReportedDocument, 'kind' | 'name'> | undefined): string {
  if (object?.kind === undefined) return '';
  return object.name === undefined ? object.kind : `${object.kind} ${object.name}`;
}
