import type { Range } from '@podlint/syntax';

/** How a scalar is written, without its text: what stands before the text, and what in it is no text. */
interface Style {
  /** Where the text begins. */
  readonly start: number;
  /** How many characters of the written text stand for the next one of the value; its value may be a blank. */
  readonly widthAt: (text: string, at: number) => { readonly width: number; readonly isBlank: boolean };
}

const blank = /\s/;
const plain: Style['widthAt'] = (text, at) => ({ width: 1, isBlank: blank.test(text.charAt(at)) });

function styleOf(text: string, { start, end }: Range): Style {
  const first = text.charAt(start);
  if (first === '|' || first === '>') {
    const feed = text.indexOf('\n', start);
    return { start: feed < 0 ? end : feed + 1, widthAt: plain };
  }
  if (first === '"') return { start: start + 1, widthAt: escaped };
  return first === "'" ? { start: start + 1, widthAt: doubled } : { start, widthAt: plain };
}

/** In double quotes. A long escape (`\u0041`) is more than this takes it for, and hardly ever written. */
function escaped(text: string, at: number): ReturnType<Style['widthAt']> {
  if (text.charAt(at) !== '\\') return plain(text, at);
  return { width: 2, isBlank: 'nrt \n'.includes(text.charAt(at + 1)) };
}

function doubled(text: string, at: number): ReturnType<Style['widthAt']> {
  return text.startsWith("''", at) ? { width: 2, isBlank: false } : plain(text, at);
}

/**
 * Where a character of a scalar's value is written. Blanks may be written otherwise than they are meant, as in folded
 * lines and block scalars, and all other characters are in their order. What is behind the end is at the last one.
 */
export function placeInScalar(text: string, range: Range, value: string, offset: number): Range {
  let left = value.slice(0, offset).replace(/\s+/g, '').length;
  const { start, widthAt } = styleOf(text, range);
  let last = { start, end: range.end };
  for (let at = start; at < range.end;) {
    const { width, isBlank } = widthAt(text, at);
    if (!isBlank) last = { start: at, end: at + width };
    if (!isBlank && left-- === 0) break;
    at += width;
  }
  return last;
}
