import type { Position, PositionRange, ReportedDiagnostic, ReportedDocument, ReportedFile } from '../report/report.js';
import { reportedDiagnostic } from '../report/reported.js';

/** How far a part of a report is moved; columns stay, as units begin at the start of a line. */
export interface Shift {
  readonly offset: number;
  readonly lines: number;
  /** Documents before it. */
  readonly documents: number;
}

/** What one or more units add to the report of their file, and how far that is moved there. */
export interface ReportPart extends Omit<ReportedFile, 'path'> {
  readonly by: Shift;
}

export const unmoved: Shift = { offset: 0, lines: 0, documents: 0 };

/** A whole report. */
export function joinParts(path: string, parts: readonly ReportPart[]): ReportedFile {
  const [first] = parts;
  if (first && parts.length === 1 && isUnmoved(first.by))
    return {
      path,
      documents: first.documents,
      diagnostics: first.diagnostics,
      ...(first.skipped === undefined ? {} : { skipped: first.skipped }),
    };
  const documents: ReportedDocument[] = [];
  const diagnostics: ReportedDiagnostic[] = [];
  for (const part of parts) {
    for (const document of part.documents) documents.push(shiftDocument(document, part.by));
    for (const diagnostic of part.diagnostics) diagnostics.push(shiftDiagnostic(diagnostic, part.by));
  }
  return { path, documents, diagnostics };
}

function isUnmoved({ offset, lines, documents }: Shift): boolean {
  return offset === 0 && lines === 0 && documents === 0;
}

function shiftDocument(document: ReportedDocument, by: Shift): ReportedDocument {
  return { ...document, index: document.index + by.documents, line: document.line + by.lines };
}

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
      range: shiftPositions(range, by),
      related:
        related.length === 0 ? related : related.map((place) => ({ ...place, range: shiftPositions(place.range, by) })),
      docs,
    },
    diagnostic,
    () =>
      diagnostic.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, range: shiftPositions(edit.range, by) })),
      })),
    () => diagnostic.fingerprint,
  );
}

function shiftPositions({ start, end }: PositionRange, by: Shift): PositionRange {
  return { start: shiftPosition(start, by), end: shiftPosition(end, by) };
}

function shiftPosition({ line, column, offset }: Position, by: Shift): Position {
  return { line: line + by.lines, column, offset: offset + by.offset };
}
