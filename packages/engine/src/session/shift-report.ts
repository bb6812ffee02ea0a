import type { Position, PositionRange, ReportedDiagnostic, ReportedDocument, ReportedFile } from '../report.js';
import { reportedDiagnostic } from '../reported.js';

/** How far a part of a report is moved. */
export interface Shift {
  readonly offset: number;
  readonly lines: number;
  /** Documents before it. */
  readonly documents: number;
}

/** What a unit adds to the report of its file. */
export type Said = Pick<ReportedFile, 'documents' | 'diagnostics'>;

export function isSameShift(a: Shift, b: Shift): boolean {
  return a.offset === b.offset && a.lines === b.lines && a.documents === b.documents;
}

/** What was said of a unit by itself, at its place in its file. */
export function shiftReport({ documents, diagnostics }: Said, by: Shift): Said {
  if (by.offset === 0 && by.documents === 0 && by.lines === 0) return { documents, diagnostics };
  return { documents: documents.map((document) => shiftDocument(document, by)), diagnostics: diagnostics.map((diagnostic) => shiftDiagnostic(diagnostic, by)) };
}

function shiftDocument(document: ReportedDocument, by: Shift): ReportedDocument {
  return { ...document, index: document.index + by.documents, line: document.line + by.lines };
}

function shiftDiagnostic(diagnostic: ReportedDiagnostic, by: Shift): ReportedDiagnostic {
  const { code, stage, severity, message, document, kubernetesVersions, path, range, related, docs } = diagnostic;
  return reportedDiagnostic(
    {
      code,
      stage,
      severity,
      message,
      document: document + by.documents,
      kubernetesVersions,
      path,
      range: shiftPositions(range, by),
      related: related.length === 0 ? related : related.map((place) => ({ ...place, range: shiftPositions(place.range, by) })),
      docs,
    },
    diagnostic,
    () => diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shiftPositions(edit.range, by) })) })),
  );
}

function shiftPositions({ start, end }: PositionRange, by: Shift): PositionRange {
  return { start: shiftPosition(start, by), end: shiftPosition(end, by) };
}

/** Units begin at the start of a line, so columns stay. */
function shiftPosition({ line, column, offset }: Position, by: Shift): Position {
  return { line: line + by.lines, column, offset: offset + by.offset };
}
