/** Character codes that YAML gives a meaning, under the names of the specification. */
export const Char = {
  nul: 0x00,
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  doubleQuote: 0x22,
  hash: 0x23,
  percent: 0x25,
  ampersand: 0x26,
  singleQuote: 0x27,
  asterisk: 0x2a,
  plus: 0x2b,
  comma: 0x2c,
  dash: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  less: 0x3c,
  greater: 0x3e,
  question: 0x3f,
  at: 0x40,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  backtick: 0x60,
  openBrace: 0x7b,
  pipe: 0x7c,
  closeBrace: 0x7d,
  nextLine: 0x85,
  lineSeparator: 0x2028,
  paragraphSeparator: 0x2029,
  byteOrderMark: 0xfeff,
} as const;

/** YAML 1.1 line breaks, as go-yaml counts them (yamlprivateh.go, is_break). */
export function isBreak(code: number): boolean {
  return (
    code === Char.lineFeed ||
    code === Char.carriageReturn ||
    code === Char.nextLine ||
    code === Char.lineSeparator ||
    code === Char.paragraphSeparator
  );
}

export function isBlank(code: number): boolean {
  return code === Char.space || code === Char.tab;
}

/** Blank, line break or the end of the text. */
export function isBlankOrEnd(code: number): boolean {
  return code === Char.space || code === Char.lineFeed || code === Char.tab || code === Char.nul || isBreak(code);
}

export function isDigit(code: number): boolean {
  return code >= Char.zero && code <= Char.nine;
}

/** Letters, digits, `_` and `-`: what names of anchors and tag handles are made of (yamlprivateh.go, is_alpha). */
export function isWordCharacter(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === Char.dash
  );
}

/** The value of a hexadecimal digit, -1 for anything else. */
export function hexValue(code: number): number {
  if (isDigit(code)) return code - Char.zero;
  if (code >= 0x41 && code <= 0x46) return code - 0x41 + 10;
  if (code >= 0x61 && code <= 0x66) return code - 0x61 + 10;
  return -1;
}
