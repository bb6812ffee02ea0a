import { Char } from '../../chars.js';

/**
 * What the everyday reader leaves to the other one wherever it stands in a text: tabs, breaks other than LF, marks of
 * byte order, and what no reader takes. So LF is its only break, and the space its only blank.
 */
// eslint-disable-next-line no-control-regex
export const uncommon = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Nothing that the everyday reader knows for certain. */
export const unknown = -1;

/** Signs that no plain scalar starts with, and those that do so only with something joined to them. */
const neverFirst = 1;
const firstIfJoined = 2;
const first = new Uint8Array(128);
for (const letter of '\n#,[]{}&*!|>\'"%@`') first[letter.charCodeAt(0)] = neverFirst;
for (const letter of '-?:') first[letter.charCodeAt(0)] = firstIfJoined;
first[Char.nul] = neverFirst;

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === Char.space) at++;
  return at;
}

/** Whether a plain scalar starts at a place. */
export function startsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const kind = code < 128 ? first[code] : 0;
  return kind === 0 || (kind === firstIfJoined && !isBlankOrBreak(text.charCodeAt(at + 1)));
}

export function isBlankOrBreak(code: number): boolean {
  return code === Char.space || code === Char.lineFeed;
}

/**
 * The place behind a plain scalar of one line of a block: of its last character that is no blank. It ends before a
 * colon with a blank behind it, a comment, or the end of the line.
 */
export function plainEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === Char.space) {
      if (text.charCodeAt(at + 1) === Char.hash) return end;
    } else if (code === Char.lineFeed || (code === Char.colon && isBlankOrBreak(text.charCodeAt(at + 1)))) return end;
    else end = at + 1;
  }
}

/** The place behind a quoted scalar of one line that says what it looks like; `unknown` for any other. */
export function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return quote === Char.singleQuote && text.charCodeAt(at + 1) === quote ? unknown : at + 1;
    if (code === Char.lineFeed || (code === Char.backslash && quote === Char.doubleQuote)) return unknown;
  }
}

/** The place of the break, if there is nothing more on the line but a comment; `unknown` otherwise. */
export function restOfLine(text: string, from: number): number {
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  if (code === Char.lineFeed) return at;
  return code === Char.hash && at > from ? text.indexOf('\n', at) : unknown;
}
