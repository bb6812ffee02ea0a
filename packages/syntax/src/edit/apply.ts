import type { TextEdit } from '../document.js';

/**
 * A text with edits made in it. All ranges count in the text as it was. Insertions at one place go in in the order
 * given.
 * @throws RangeError if two edits overlap or a range lies outside of the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const parts: string[] = [];
  let done = 0;
  for (const { range, text: replacement } of ordered) {
    if (range.start < done) throw new RangeError(`Edits overlap at offset ${range.start}`);
    if (range.end < range.start || range.end > text.length)
      throw new RangeError(`An edit reaches outside of the text: ${range.start} to ${range.end}`);
    parts.push(text.slice(done, range.start), replacement);
    done = range.end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
