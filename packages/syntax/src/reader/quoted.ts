import { Char, hexValue, isBlank, isBlankOrEnd, isBreak } from '../chars.js';
import type { Cursor } from './cursor.js';
import { fold, type ScannedScalar } from './folding.js';
import { ReadError } from './read-error.js';

/** Single characters behind a backslash. YAML 1.1 knows no `\/` (scannerc.go, yaml_parser_scan_flow_scalar). */
const escapes = new Map<number, string>(
  Object.entries({
    0: '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    "'": "'",
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }).map(([letter, character]) => [letter.charCodeAt(0), character]),
);
const codeLengths = new Map<number, number>(
  Object.entries({ x: 2, u: 4, U: 8 }).map(([letter, length]) => [letter.charCodeAt(0), length]),
);

/** Reads a scalar in quotes; the cursor stands on the opening one. */
export function scanQuoted(cursor: Cursor): ScannedScalar {
  return new QuotedScanner(cursor).scan();
}

class QuotedScanner {
  private readonly start: number;
  private readonly quote: number;
  private cooked = '';
  /** Set by an escaped line break: blanks behind it do not count, and nothing stands for the break. */
  private brokenByEscape = false;

  constructor(private readonly cursor: Cursor) {
    this.start = cursor.pos;
    this.quote = cursor.code();
    cursor.pos++;
  }

  scan(): ScannedScalar {
    const { cursor } = this;
    for (;;) {
      if (cursor.isAtDocumentIndicator())
        throw new ReadError('separator-in-quote', cursor.pos, cursor.pos + 3, this.start);
      if (cursor.code() === Char.nul) throw new ReadError('unclosed-quote', this.start, this.start + 1);
      this.takeRun();
      if (cursor.code() === this.quote) break;
      this.takeGap();
    }
    cursor.pos++;
    return { start: this.start, end: cursor.pos, cooked: this.cooked };
  }

  /** Characters up to a blank, a break or the closing quote. */
  private takeRun(): void {
    const { cursor, quote } = this;
    const { text } = cursor;
    const isDouble = quote === Char.doubleQuote;
    let runStart = cursor.pos;
    for (let code = cursor.code(); !isBlankOrEnd(code) && !this.brokenByEscape; code = cursor.code()) {
      if (code === quote && (isDouble || cursor.codeAt(1) !== quote)) break;
      if (code === quote || (isDouble && code === Char.backslash)) {
        this.cooked += text.slice(runStart, cursor.pos) + this.takeEscape(code);
        runStart = cursor.pos;
      } else cursor.pos++;
    }
    if (cursor.pos > runStart) this.cooked += text.slice(runStart, cursor.pos);
  }

  private takeEscape(code: number): string {
    const { cursor } = this;
    const next = cursor.codeAt(1);
    if (code === Char.singleQuote) {
      cursor.pos += 2;
      return "'";
    }
    if (isBreak(next)) {
      cursor.pos++;
      cursor.takeBreak();
      this.brokenByEscape = true;
      return '';
    }
    const length = codeLengths.get(next);
    return length === undefined ? this.takeSimpleEscape(next) : this.takeCodePoint(length);
  }

  private takeSimpleEscape(letter: number): string {
    const character = escapes.get(letter);
    if (character === undefined) throw new ReadError('escape', this.cursor.pos, this.cursor.pos + 2, this.start);
    this.cursor.pos += 2;
    return character;
  }

  private takeCodePoint(length: number): string {
    const { cursor } = this;
    let value = 0;
    for (let i = 2; i < 2 + length; i++) {
      const digit = hexValue(cursor.codeAt(i));
      if (digit < 0) throw new ReadError('escape', cursor.pos, cursor.pos + i, this.start);
      value = value * 16 + digit;
    }
    if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff)
      throw new ReadError('escape', cursor.pos, cursor.pos + 2 + length, this.start);
    cursor.pos += 2 + length;
    return String.fromCodePoint(value);
  }

  /** Blanks and breaks: blanks on one line stay, breaks fold. */
  private takeGap(): void {
    const { cursor } = this;
    const gapStart = cursor.pos;
    let first = '';
    let more = '';
    for (let code = cursor.code(); isBlank(code) || isBreak(code); code = cursor.code()) {
      if (isBlank(code)) cursor.pos++;
      else if (first === '' && !this.brokenByEscape) first = cursor.takeBreak();
      else more += cursor.takeBreak();
    }
    if (this.brokenByEscape) this.cooked += more;
    else this.cooked += first === '' ? cursor.text.slice(gapStart, cursor.pos) : fold(first, more);
    this.brokenByEscape = false;
  }
}
