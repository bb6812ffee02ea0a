import type { Position, PositionRange } from '../documents/position.js';
import type { AllDetails, ExaminedFinding, ExaminedObject, FindingDetails } from './examined.js';
import type { RelatedPlace, ReportedFix } from '../report/report.js';

/** How far a part of a file is moved; columns stay, as units begin at the start of a line. */
export interface Shift {
  readonly offset: number;
  readonly lines: number;
  /** Documents before it. */
  readonly documents: number;
}

export const unmoved: Shift = { offset: 0, lines: 0, documents: 0 };

export function isUnmoved({ offset, lines, documents }: Shift): boolean {
  return offset === 0 && lines === 0 && documents === 0;
}

export function shiftObject(object: ExaminedObject, by: Shift): ExaminedObject {
  if (isUnmoved(by)) return object;
  return {
    ...object,
    entry: shiftEntry(object.entry, by),
    findings: object.findings.map((one) => shiftFinding(one, by)),
  };
}

export function shiftEntry<Entry extends { readonly index: number; readonly line: number }>(
  entry: Entry,
  by: Shift,
): Entry {
  return { ...entry, index: entry.index + by.documents, line: entry.line + by.lines };
}

function shiftFinding(finding: ExaminedFinding, by: Shift): ExaminedFinding {
  const { range, related, details } = finding;
  return {
    ...finding,
    range: shiftRange(range, by),
    related: shiftRelated(related, by),
    details: details && shiftKnown(details, by),
  };
}

export function shiftRelated(related: readonly RelatedPlace[], by: Shift): readonly RelatedPlace[] {
  return related.length === 0 ? related : related.map((place) => ({ ...place, range: shiftRange(place.range, by) }));
}

function shiftKnown({ fixes, fingerprint, choices }: FindingDetails, by: Shift): FindingDetails {
  return choices ? shiftDetails({ fixes, fingerprint, choices }, by) : { fixes: shiftEdits(fixes, by), fingerprint };
}

export function shiftDetails({ fixes, fingerprint, choices }: AllDetails, by: Shift): AllDetails {
  return { fixes: shiftEdits(fixes, by), fingerprint, choices: shiftEdits(choices, by) };
}

function shiftEdits<Change extends Pick<ReportedFix, 'edits'>>(changes: readonly Change[], by: Shift): Change[] {
  return changes.map((change) => ({
    ...change,
    edits: change.edits.map((edit) => ({ ...edit, range: shiftRange(edit.range, by) })),
  }));
}

export function shiftRange({ start, end }: PositionRange, by: Shift): PositionRange {
  return { start: shiftPosition(start, by), end: shiftPosition(end, by) };
}

function shiftPosition({ line, column, offset }: Position, by: Shift): Position {
  return { line: line + by.lines, column, offset: offset + by.offset };
}
