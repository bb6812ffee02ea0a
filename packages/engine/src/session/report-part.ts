import type { ReportedDiagnostic, ReportedDocument, ReportedFile } from '../report/report.js';
import { reportedDiagnostic } from '../report/reported.js';
import { isUnmoved, shiftDetails, shiftEntry, shiftRange, shiftRelated, type Shift } from '../pipeline/shift.js';

/** What one or more units add to the report of their file, and how far that is moved there. */
export interface ReportPart extends Omit<ReportedFile, 'path'> {
  readonly by: Shift;
}

/** A whole report. */
export function joinParts(path: string, parts: readonly ReportPart[]): ReportedFile {
  const [first] = parts;
  if (first && parts.length === 1 && isUnmoved(first.by)) {
    const { documents, diagnostics, skipped } = first;
    return { path, documents, diagnostics, ...(skipped === undefined ? {} : { skipped }) };
  }
  const documents: ReportedDocument[] = [];
  const diagnostics: ReportedDiagnostic[] = [];
  for (const part of parts) {
    for (const document of part.documents) documents.push(shiftEntry(document, part.by));
    for (const diagnostic of part.diagnostics) diagnostics.push(shiftDiagnostic(diagnostic, part.by));
  }
  return { path, documents, diagnostics };
}

/** What is worked out when somebody asks for it stays so. */
function shiftDiagnostic(diagnostic: ReportedDiagnostic, by: Shift): ReportedDiagnostic {
  if (isUnmoved(by)) return diagnostic;
  const { code, stage, severity, message, messageId, data, document, kubernetesVersions, path, range, related, docs } =
    diagnostic;
  return reportedDiagnostic(
    {
      code,
      stage,
      severity,
      message,
      messageId,
      data,
      document: document + by.documents,
      kubernetesVersions,
      path,
      range: shiftRange(range, by),
      related: shiftRelated(related, by),
      docs,
    },
    diagnostic,
    { later: () => shiftDetails(diagnostic, by) },
  );
}
