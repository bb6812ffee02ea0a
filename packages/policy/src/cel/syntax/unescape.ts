import { bytesOf } from '../values/bytes.js';
import { says } from './messages.js';
import { SyntaxFault } from './problem.js';
import type { Token } from './lexer.js';

/** The text that a string literal stands for (parser/unescape.go). */
export function stringOf(token: Token): string {
  const { body, raw } = bodyOf(token.text);
  if (raw) return body;
  return body.replace(escapes, (_, sequence: string) => characterOf(sequence, token.offset));
}

/** The bytes that a `b'...'` literal stands for: `\xff` is a byte there, not a character. */
export function bytesOfLiteral(token: Token): Uint8Array {
  const { body, raw } = bodyOf(token.text.slice(1));
  if (raw) return bytesOf(body);
  const parts = body.split(escapes).map((part, at) => (at % 2 === 0 ? bytesOf(part) : byteOf(part, token.offset)));
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const escapes = /\\([xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7][0-7]|[^])/g;

function bodyOf(literal: string): { readonly body: string; readonly raw: boolean } {
  const raw = literal.startsWith('r') || literal.startsWith('R');
  const quoted = (raw ? literal.slice(1) : literal).replace(/\r\n?/g, '\n');
  const quotes = quoted.length >= 6 && /^(?:"""|''')/.test(quoted) ? 3 : 1;
  return { body: quoted.slice(quotes, -quotes), raw };
}

const named: ReadonlyMap<string, string> = new Map([
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

function characterOf(sequence: string, offset: number): string {
  const code = codeOf(sequence);
  if (code === undefined) return named.get(sequence) ?? sequence;
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
    throw new SyntaxFault({ message: says['bad-escape'](), offset });
  return String.fromCodePoint(code);
}

/** Of `x41`, `u00e9`, `101`; undefined for other sequences. */
function codeOf(sequence: string): number | undefined {
  if (sequence.length === 1) return undefined;
  return /^[0-3]/.test(sequence) ? Number.parseInt(sequence, 8) : Number.parseInt(sequence.slice(1), 16);
}

function byteOf(sequence: string, offset: number): Uint8Array {
  const code = codeOf(sequence);
  if (code === undefined) return bytesOf(named.get(sequence) ?? sequence);
  if (/^[uU]/.test(sequence)) throw new SyntaxFault({ message: says['bad-escape'](), offset });
  return Uint8Array.of(code);
}
