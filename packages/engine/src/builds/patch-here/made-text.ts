import { applyEdits, type JsonValue, parseText } from '@podlint/syntax';
import type { ReportedFix } from '../../report/report.js';

/**
 * What becomes of an object of a build when edits are made in the text of its objects; undefined: they reach into
 * another object, or leave nothing that can be read.
 *
 * @param text a document each, see WrittenObjects
 */
export function editedObject(text: string, edits: ReportedFix['edits']): JsonValue | undefined {
  const first = edits[0]?.range.start.offset;
  if (first === undefined) return undefined;
  const start = text.lastIndexOf(documentStart, first) + documentStart.length;
  const next = text.indexOf(`\n${documentStart}`, start);
  const end = next < 0 ? text.length : next;
  if (edits.some(({ range }) => range.start.offset < start || range.end.offset > end)) return undefined;
  const moved = edits.map(({ range, text: added }) => ({
    range: { start: range.start.offset - start, end: range.end.offset - start },
    text: added,
  }));
  const [document, ...more] = parseText(applyEdits(text.slice(start, end), moved)).documents;
  return document?.root === undefined || document.problems.length > 0 || more.length > 0
    ? undefined
    : document.toJSON();
}

/** JSON has no line that begins so. */
const documentStart = '---\n';
