import { byteCount } from './text.js';

/** The string in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(byteCount(text));
  let at = 0;
  for (const rune of text) for (const byte of encoded(rune.codePointAt(0)!)) bytes[at++] = byte;
  return bytes;
}

function encoded(code: number): number[] {
  if (code < 0x80) return [code];
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}

/** Undefined where the bytes are not UTF-8 (utf8.Valid): too long forms and surrogates are not. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const runes = runesOf(bytes);
  return runes.includes(undefined) ? undefined : runes.join('');
}

/** As Go writes such a string out: U+FFFD for each byte that is not UTF-8. */
export function lossyTextOf(bytes: Uint8Array): string {
  return runesOf(bytes)
    .map((rune) => rune ?? '\ufffd')
    .join('');
}

/** Undefined for a byte that is not UTF-8. */
function runesOf(bytes: Uint8Array): readonly (string | undefined)[] {
  const runes: (string | undefined)[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = lengthFrom(bytes[at]!) ?? 1;
    const code = decoded(bytes, at, length);
    runes.push(code === undefined ? undefined : String.fromCodePoint(code));
    at += code === undefined ? 1 : length;
  }
  return runes;
}

function lengthFrom(first: number): number | undefined {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : undefined;
}

const smallest = [0, 0, 0x80, 0x800, 0x10000];

function decoded(bytes: Uint8Array, start: number, length: number): number | undefined {
  let code = length === 1 ? bytes[start]! : bytes[start]! & (0xff >> (length + 1));
  for (let at = start + 1; at < start + length; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  if (length === 1 && code > 0x7f) return undefined;
  const surrogate = code >= 0xd800 && code < 0xe000;
  return code < smallest[length]! || code > 0x10ffff || surrogate ? undefined : code;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63]).join('');
    text += letters.slice(0, Math.min(4, bytes.length - at + 1)).padEnd(4, '=');
  }
  return text;
}
