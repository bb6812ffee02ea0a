import type { JsonValue } from '@podlint/syntax';

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * A []byte: padded standard base64, line breaks anywhere in it (encoding/base64 skips them), or a list of bytes
 * (encoding/json takes one).
 */
export function isBytes(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.every(isByte);
  return typeof value === 'string' && base64.test(/[\r\n]/.test(value) ? value.replace(/[\r\n]/g, '') : value);
}

function isByte(value: JsonValue): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 255);
}

/** The base64 text of a list of bytes; a null in it is a zero. */
export function bytesText(bytes: readonly JsonValue[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first, second, third] = [0, 1, 2].map((offset) => Number(bytes[at + offset] ?? 0));
    const group = (first! << 16) | (second! << 8) | third!;
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63]).join('');
    text += letters.slice(0, Math.min(bytes.length - at, 3) + 1).padEnd(4, '=');
  }
  return text;
}
