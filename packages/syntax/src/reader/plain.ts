import { Char, isBlank, isBlankOrEnd, isBreak } from '../chars.js';
import type { Cursor } from './cursor.js';
import { fold, type ScannedScalar } from './folding.js';
import { ReadError } from './read-error.js';

/** Characters below 128 that may end a run of plain characters: blanks and breaks, `:`, and the flow indicators. */
const stops = new Uint8Array(128);
for (const code of [Char.nul, Char.tab, Char.lineFeed, Char.carriageReturn, Char.space, Char.colon]) stops[code] = 1;
for (const letter of ',?[]{}') stops[letter.charCodeAt(0)] = 2;

export interface PlainScalar extends ScannedScalar {
  /** The scalar ended at a line break, so a key may follow. */
  readonly endsLine: boolean;
}

/**
 * Reads an unquoted scalar (scannerc.go, yaml_parser_scan_plain_scalar).
 * `indent`: the least column of a line that still belongs to it, in block context.
 */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): PlainScalar {
  const start = cursor.pos;
  let end = start;
  let cooked: string | undefined;
  let lineStart = start;
  let joint = '';
  for (;;) {
    if (cursor.code() === Char.hash || cursor.isAtDocumentIndicator()) break;
    const runStart = cursor.pos;
    skipRun(cursor, inFlow);
    if (cursor.pos > runStart) {
      if (joint !== '') {
        cooked = (cooked ?? '') + cursor.text.slice(lineStart, end) + joint;
        lineStart = runStart;
        joint = '';
      }
      end = cursor.pos;
    }
    const code = cursor.code();
    if (!isBlank(code) && !isBreak(code)) break;
    joint = skipGap(cursor, indent, start);
    if (!inFlow && cursor.column < indent) break;
  }
  if (cooked !== undefined) cooked += cursor.text.slice(lineStart, end);
  return { start, end, cooked, endsLine: joint !== '' };
}

/** Plain characters up to a blank or what ends the scalar. */
function skipRun(cursor: Cursor, inFlow: boolean): void {
  const { text } = cursor;
  let pos = cursor.pos;
  for (;;) {
    const code = text.charCodeAt(pos);
    if (code >= 128) {
      if (isBreak(code)) break;
    } else {
      const stop = stops[code]!;
      if (stop === 1 && (code !== Char.colon || isBlankOrEnd(text.charCodeAt(pos + 1)))) break;
      if (stop === 2 && inFlow) break;
    }
    pos++;
  }
  cursor.pos = pos;
}

/** Blanks and breaks inside a scalar. Returns what joins the lines on both sides, or nothing if there is no break. */
function skipGap(cursor: Cursor, indent: number, start: number): string {
  let first = '';
  let more = '';
  for (let code = cursor.code(); ; code = cursor.code()) {
    if (isBreak(code)) {
      if (first === '') first = cursor.takeBreak();
      else more += cursor.takeBreak();
    } else if (isBlank(code)) {
      if (code === Char.tab && first !== '' && cursor.column < indent)
        throw new ReadError('tab-in-scalar', cursor.pos, cursor.pos + 1, start);
      cursor.pos++;
    } else break;
  }
  return first === '' ? '' : fold(first, more);
}
