import assert from 'node:assert/strict';
import type { Position, PositionRange, ReportedDiagnostic, ReportedFile } from 'podlint';

/** Where lines of a text begin, as editors count them. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

/** Every place of a report is one of its text: the offset, and the line and column that say the same. */
export function proveRanges(file: ReportedFile, text: string): void {
  const starts = lineStarts(text);
  const within = ({ start, end }: PositionRange, what: string): void => {
    assert.ok(start.offset <= end.offset, `${what} ends before it begins`);
    for (const position of [start, end]) provePosition(position, text, starts, what);
  };
  for (const diagnostic of file.diagnostics) proveDiagnostic(diagnostic, file, within);
  for (const { line } of file.documents)
    assert.ok(line >= 1 && line <= starts.length, `a document on line ${line} of ${starts.length}`);
}

function provePosition(
  { offset, line, column }: Position,
  text: string,
  starts: readonly number[],
  what: string,
): void {
  assert.ok(offset >= 0 && offset <= text.length, `${what} is at ${offset} of ${text.length}`);
  const start = starts[line - 1];
  assert.notEqual(start, undefined, `${what} is on line ${line} of ${starts.length}`);
  assert.equal(start! + column - 1, offset, `${what}: line ${line}, column ${column} is not offset ${offset}`);
}

function proveDiagnostic(
  { code, range, fixes, related, choices }: ReportedDiagnostic,
  file: ReportedFile,
  within: (range: PositionRange, what: string) => void,
): void {
  within(range, code);
  for (const { title, edits } of [...fixes, ...choices]) {
    const ordered = [...edits].sort((a, b) => a.range.start.offset - b.range.start.offset);
    ordered.forEach((edit, index) => {
      within(edit.range, `an edit of ${code}, ${title}`);
      const next = ordered[index + 1];
      if (next) assert.ok(edit.range.end.offset <= next.range.start.offset, `edits of ${code}, ${title}, overlap`);
    });
  }
  for (const place of related) if (place.file === file.path) within(place.range, `a place that ${code} names`);
}
