import type { PatternText } from './pattern-text.js';
import { PatternFault } from './syntax.js';

const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

/** The character that stands behind a backslash (regexp/syntax, parser.escape). */
export function parseEscapedRune(text: PatternText): number {
  const rune = text.next;
  if (rune === '') throw new PatternFault('a backslash at the end');
  text.at++;
  const control = controls.get(rune);
  if (control !== undefined) return control;
  if (rune === 'x') return parseHex(text);
  if (/[0-7]/.test(rune)) return parseOctal(text, rune);
  if (rune.codePointAt(0)! < 128 && !/[0-9A-Za-z]/.test(rune)) return rune.codePointAt(0)!;
  throw new PatternFault(`\\${rune} is no escape sequence`);
}

/** `\0`, `\012`; one digit alone would be a back reference, which RE2 has not. */
function parseOctal(text: PatternText, first: string): number {
  if (first !== '0' && !/[0-7]/.test(text.next)) throw new PatternFault(`\\${first} is no escape sequence`);
  let digits = first;
  while (digits.length < 3 && /^[0-7]$/.test(text.next)) {
    digits += text.next;
    text.at++;
  }
  return Number.parseInt(digits, 8);
}

function parseHex(text: PatternText): number {
  const match = /^(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{2}))/.exec(text.ahead(12));
  const code = match ? Number.parseInt(match[1] ?? match[2]!, 16) : Infinity;
  if (!match || code > 0x10ffff) throw new PatternFault('not a valid \\x');
  text.at += match[0].length;
  return code;
}
