import type { Range, TextEdit } from '../document.js';

const isRemoval = ({ range, text }: TextEdit): boolean => text === '' && range.start < range.end;

/**
 * Edits of which no two touch the same characters: entries of a flow mapping that stand side by side are removed with
 * the comma between them, each of them.
 */
export function joinedRemovals(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const ordered = edits.filter(isRemoval).sort((a, b) => a.range.start - b.range.start);
  const overlap = ordered.some(({ range }, index) => range.start < (ordered[index - 1]?.range.end ?? 0));
  if (!overlap) return edits;
  const joined: Range[] = [];
  // From the end of the text up: what is left out at the end of a collection takes the comma before it along.
  for (const { range } of ordered.reverse()) {
    let one = range;
    for (let last = joined.at(-1); last && last.start < one.end; last = joined.at(-1)) {
      joined.pop();
      one = withComma(text, { start: Math.min(one.start, last.start), end: Math.max(one.end, last.end) });
    }
    joined.push(one);
  }
  return [...edits.filter((edit) => !isRemoval(edit)), ...joined.map((range) => ({ range, text: '' }))];
}

/** What is left before the end of a flow collection ends in no comma, which JSON does not allow. */
function withComma(text: string, { start, end }: Range): Range {
  if (!/^\s*[\]}]/.test(text.slice(end, end + 200))) return { start, end };
  const comma = /,\s*$/.exec(text.slice(Math.max(0, start - 200), start));
  return comma ? { start: start - comma[0].length, end } : { start, end };
}
