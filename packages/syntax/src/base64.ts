const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const replacement = 0xfffd;

/**
 * The text behind standard base64 with padding; line breaks inside do not count (Go's base64.StdEncoding).
 * Bytes that are no UTF-8 become U+FFFD one by one, as encoding/json writes them. Undefined for anything but base64.
 */
export function decodeBase64Text(text: string): string | undefined {
  const compact = text.replace(/[\r\n]/g, '');
  return wellFormed.test(compact) ? decodeUtf8(decodeBytes(compact)) : undefined;
}

function decodeBytes(compact: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of compact) {
    if (letter === '=') break;
    bits = ((bits << 6) | alphabet.indexOf(letter)) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return bytes;
}

function decodeUtf8(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    parts.push(String.fromCodePoint(length === 0 ? replacement : codePoint(bytes, i, length)));
    i += Math.max(length, 1);
  }
  return parts.join('');
}

/** Bytes of the valid UTF-8 sequence at a place, 0 if there is none (unicode/utf8.DecodeRune). */
function sequenceLength(bytes: readonly number[], at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i] ?? 0) >> 6 !== 0b10) return 0;
  const value = length === 0 ? 0 : codePoint(bytes, at, length);
  const overlong = (length === 3 && value < 0x800) || (length === 4 && value < 0x10000);
  const surrogate = value >= 0xd800 && value <= 0xdfff;
  return overlong || surrogate || value > 0x10ffff ? 0 : length;
}

function codePoint(bytes: readonly number[], at: number, length: number): number {
  let value = length === 1 ? bytes[at]! : bytes[at]! & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) value = (value << 6) | (bytes[at + i]! & 0x3f);
  return value;
}
