import type { Range } from '@podlint/syntax';
import type { TextSpan } from '@podlint/validation';

/** A piece of the written text that stands for a piece of the value. */
interface Piece {
  /** How many characters are written. */
  readonly width: number;
  /** How many UTF-16 units that are no blanks it stands for. */
  readonly units: number;
}

/** How a scalar is written. */
interface Style {
  /** Where the text begins. */
  readonly start: number;
  readonly pieceAt: (text: string, at: number) => Piece;
}

const plain: Style['pieceAt'] = (text, at) => ({ width: 1, units: unitsOf(text.charAt(at)) });

function styleOf(text: string, { start, end }: Range): Style {
  const first = text.charAt(start);
  if (first === '|' || first === '>') {
    const feed = text.indexOf('\n', start);
    return { start: feed < 0 ? end : feed + 1, pieceAt: plain };
  }
  if (first === '"') return { start: start + 1, pieceAt: escaped };
  return first === "'" ? { start: start + 1, pieceAt: doubled } : { start, pieceAt: plain };
}

/** How many digits follow the letter. */
const digits: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
/** Those that stand for a blank; `\N` stands for none that JavaScript takes for one. */
const blanks = 'nrtvf \t\n\r_LP';

/** In double quotes. */
function escaped(text: string, at: number): Piece {
  if (text.charAt(at) !== '\\') return plain(text, at);
  const letter = text.charAt(at + 1);
  const count = digits.get(letter);
  if (count === undefined) return { width: 2, units: blanks.includes(letter) ? 0 : 1 };
  const code = Number.parseInt(text.slice(at + 2, at + 2 + count), 16);
  return { width: 2 + count, units: code <= 0x10ffff ? unitsOf(String.fromCodePoint(code)) : 1 };
}

function doubled(text: string, at: number): Piece {
  return text.startsWith("''", at) ? { width: 2, units: 1 } : plain(text, at);
}

function unitsOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** How far a scalar's value goes up to an offset of the text that it is written in, without blanks at the end. */
export function offsetInScalar(text: string, range: Range, value: string, offset: number): number {
  const { start, pieceAt } = styleOf(text, range);
  let units = 0;
  for (let at = start; at < Math.min(offset, range.end);) {
    const piece = pieceAt(text, at);
    at += piece.width;
    units += piece.units;
  }
  let place = 0;
  for (; place < value.length && units > 0; place++) if (!/\s/.test(value.charAt(place))) units--;
  return place;
}

/**
 * Where a part of a scalar's value is written. Blanks may be written otherwise than they are meant, as in folded lines and
 * block scalars, and all other characters are in their order. What is behind the end is at the last one; a part is shown
 * on its first line.
 */
export function placeInScalar(text: string, range: Range, value: string, { offset, length }: TextSpan): Range {
  const lead = value.length - value.trimStart().length;
  const from = unitsOf(value.slice(0, lead + offset));
  const to = from + Math.max(1, unitsOf(value.slice(lead + offset, lead + offset + length)));
  const { start, pieceAt } = styleOf(text, range);
  let place = { start, end: range.end };
  let seen = 0;
  for (let at = start; at < range.end && seen < to;) {
    const { width, units } = pieceAt(text, at);
    const isBreak = seen > from && text.charAt(at) === '\n';
    if (isBreak) break;
    if (units > 0) place = { start: seen <= from ? at : place.start, end: at + width };
    seen += units;
    at += width;
  }
  return place;
}
