import { applyEdits, parseDocument, type TextEdit, type YamlDocument } from '@podlint/syntax';

/** A document by itself, as it would read after some edits. Its text holds nothing of the stream that it was in. */
export function documentAfter({ text, range }: YamlDocument, edits: readonly TextEdit[]): YamlDocument {
  const moved = edits.map((edit) => ({
    ...edit,
    range: { start: edit.range.start - range.start, end: edit.range.end - range.start },
  }));
  const after = applyEdits(text.slice(range.start, range.end), moved);
  return parseDocument(after, { start: 0, end: after.length });
}

/** Whether edits are in each other's way. */
export function doOverlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start);
  return ordered.some(({ range }, index) => range.start < (ordered[index - 1]?.range.end ?? 0));
}
