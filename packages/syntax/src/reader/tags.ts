import { Char, hexValue, isBlank, isBlankOrEnd, isBreak, isDigit, isWordCharacter } from '../chars.js';
import type { Cursor } from './cursor.js';
import { ReadError } from './read-error.js';

const uriCharacters = new Set(Array.from(";/?:@&=+$,.!~*'()[]%", (letter) => letter.charCodeAt(0)));
/** What may follow a name without a blank in between. */
const endsOfName = new Set(Array.from('?:,]}%@`', (letter) => letter.charCodeAt(0)));

/** The name behind `&` or `*`; the cursor stands on that sign (scannerc.go, yaml_parser_scan_anchor). */
export function scanAnchorName(cursor: Cursor): string {
  const start = cursor.pos++;
  while (isWordCharacter(cursor.code())) cursor.pos++;
  const code = cursor.code();
  if (cursor.pos === start + 1 || !(isBlankOrEnd(code) || endsOfName.has(code)))
    throw new ReadError('anchor-name', start, cursor.pos);
  return cursor.text.slice(start + 1, cursor.pos);
}

export interface ScannedTag {
  /** `!`, `!!` or `!name!`; empty for a tag written out (`!<...>`) and for `!` alone. */
  readonly handle: string;
  readonly suffix: string;
}

/** A tag (scannerc.go, yaml_parser_scan_tag). */
export function scanTag(cursor: Cursor): ScannedTag {
  const start = cursor.pos;
  const tag = cursor.codeAt(1) === Char.less ? scanVerbatim(cursor) : scanShorthand(cursor);
  if (!isBlankOrEnd(cursor.code())) throw new ReadError('tag-syntax', start, cursor.pos + 1);
  return tag;
}

function scanVerbatim(cursor: Cursor): ScannedTag {
  const start = cursor.pos;
  cursor.pos += 2;
  const suffix = scanUri(cursor, start);
  if (suffix === '' || cursor.code() !== Char.greater) throw new ReadError('tag-syntax', start, cursor.pos + 1);
  cursor.pos++;
  return { handle: '', suffix };
}

function scanShorthand(cursor: Cursor): ScannedTag {
  const start = cursor.pos;
  const handle = scanHandle(cursor);
  const rest = scanUri(cursor, start);
  if (handle.length > 1 && handle.endsWith('!')) {
    if (rest === '') throw new ReadError('tag-syntax', start, cursor.pos + 1);
    return { handle, suffix: rest };
  }
  const suffix = handle.slice(1) + rest;
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** `!`, `!!`, `!name!`, or the `!` and first letters of a tag without a handle. */
function scanHandle(cursor: Cursor): string {
  const start = cursor.pos++;
  while (isWordCharacter(cursor.code())) cursor.pos++;
  if (cursor.code() === Char.exclamation) cursor.pos++;
  return cursor.text.slice(start, cursor.pos);
}

function scanUri(cursor: Cursor, tagStart: number): string {
  let uri = '';
  for (let code = cursor.code(); isWordCharacter(code) || uriCharacters.has(code); code = cursor.code()) {
    if (code === Char.percent) uri += scanUriEscape(cursor, tagStart);
    else {
      uri += String.fromCharCode(code);
      cursor.pos++;
    }
  }
  return uri;
}

/** The escaped octets of one character. */
function scanUriEscape(cursor: Cursor, tagStart: number): string {
  const first = takeOctet(cursor, tagStart);
  const length =
    first < 0x80 ? 1 : first >> 5 === 0b110 ? 2 : first >> 4 === 0b1110 ? 3 : first >> 3 === 0b11110 ? 4 : 0;
  if (length === 0) throw new ReadError('tag-syntax', tagStart, cursor.pos);
  let value = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const octet = takeOctet(cursor, tagStart);
    if (octet >> 6 !== 0b10) throw new ReadError('tag-syntax', tagStart, cursor.pos);
    value = (value << 6) | (octet & 0x3f);
  }
  return value > 0x10ffff ? '\ufffd' : String.fromCodePoint(value);
}

function takeOctet(cursor: Cursor, tagStart: number): number {
  const high = hexValue(cursor.codeAt(1));
  const low = high < 0 ? -1 : hexValue(cursor.codeAt(2));
  if (cursor.code() !== Char.percent || low < 0) throw new ReadError('tag-syntax', tagStart, cursor.pos + 1);
  cursor.pos += 3;
  return high * 16 + low;
}

export type ScannedDirective =
  | { readonly name: 'YAML'; readonly version: string }
  | { readonly name: 'TAG'; readonly handle: string; readonly prefix: string };

/** A line that starts with `%` (scannerc.go, yaml_parser_scan_directive). */
export function scanDirective(cursor: Cursor): ScannedDirective {
  const start = cursor.pos++;
  while (isWordCharacter(cursor.code())) cursor.pos++;
  const name = cursor.text.slice(start + 1, cursor.pos);
  if (!isBlankOrEnd(cursor.code()) || (name !== 'YAML' && name !== 'TAG'))
    throw new ReadError('directive', start, cursor.pos);
  cursor.skipBlanks();
  const directive: ScannedDirective =
    name === 'YAML' ? { name, version: scanVersion(cursor, start) } : { name, ...scanTagDirective(cursor, start) };
  cursor.skipBlanks();
  if (cursor.code() === Char.hash) cursor.skipToBreak();
  if (isBreak(cursor.code())) cursor.takeBreak();
  else if (cursor.code() !== Char.nul) throw new ReadError('directive', start, cursor.pos);
  return directive;
}

function scanVersion(cursor: Cursor, start: number): string {
  const major = scanVersionNumber(cursor, start);
  if (cursor.code() !== Char.dot) throw new ReadError('directive', start, cursor.pos);
  cursor.pos++;
  return `${major}.${scanVersionNumber(cursor, start)}`;
}

function scanVersionNumber(cursor: Cursor, start: number): number {
  const from = cursor.pos;
  while (isDigit(cursor.code())) cursor.pos++;
  const length = cursor.pos - from;
  if (length === 0 || length > 2) throw new ReadError('directive', start, cursor.pos);
  return Number(cursor.text.slice(from, cursor.pos));
}

function scanTagDirective(cursor: Cursor, start: number): { handle: string; prefix: string } {
  if (cursor.code() !== Char.exclamation) throw new ReadError('directive', start, cursor.pos);
  const handle = scanHandle(cursor);
  if (!handle.endsWith('!') || !isBlank(cursor.code())) throw new ReadError('directive', start, cursor.pos);
  cursor.skipBlanks();
  const prefix = scanUri(cursor, start);
  if (prefix === '' || !isBlankOrEnd(cursor.code())) throw new ReadError('directive', start, cursor.pos);
  return { handle, prefix };
}
