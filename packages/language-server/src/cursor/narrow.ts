import type { Level } from './outline.js';

/** The part of a document that decides about a cursor. */
export interface Part {
  /** What the part's offsets are behind in the file, for the text around the cursor. */
  readonly start: number;
  readonly text: string;
}

/** Characters; to read more than that at each key would be felt. */
const large = 50_000;

/**
 * Of a large list of objects the item that the cursor is in, between what stands before and behind the items.
 * `levels`: what is open at the cursor; `lineStart`: of its line.
 */
export function narrowed(whole: Part, levels: readonly Level[], lineStart: number): Part {
  const { start, text } = whole;
  const [outer, list] = levels;
  if (text.length < large || outer?.kind !== 'mapping' || outer.column !== 0 || list?.kind !== 'sequence') return whole;
  const dash = `\n${' '.repeat(list.column)}- `;
  const cursor = lineStart - start;
  const first = text.indexOf(dash) + 1;
  const item = text.lastIndexOf(dash, cursor - 1) + 1;
  if (first === 0 || item < first) return whole;
  const rest = text.slice(cursor);
  const behind = /\n(?=[^\s#-])/.exec(rest);
  const tail = behind ? cursor + behind.index + 1 : text.length;
  const next = text.indexOf(dash, cursor);
  // The first line of the next item shows that there is one.
  const end = next < 0 || next >= tail ? tail : Math.min(tail, lineAfter(text, next + 1));
  return { start: start + item - first, text: text.slice(0, first) + text.slice(item, end) + text.slice(tail) };
}

function lineAfter(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}
