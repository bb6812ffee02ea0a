const escapes: ReadonlyMap<string, string> = new Map([
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['\\', '\\\\'],
  ['"', '\\"'],
]);

/** `strings.quote`: what would end or break a string literal is escaped, all else stays (ext/strings.go, quote). */
export function quotedForCel(text: string): string {
  return `"${Array.from(text)
    .map((rune) => escapes.get(rune) ?? rune)
    .join('')}"`;
}

/** strconv.IsPrint: letters, marks, numbers, punctuation, symbols and the plain blank. */
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** Go's `%q`, which escapes what does not print as well. */
export function quotedForGo(text: string): string {
  return `"${Array.from(text)
    .map((rune) => escapes.get(rune) ?? shown(rune))
    .join('')}"`;
}

function shown(rune: string): string {
  if (printable.test(rune)) return rune;
  const code = rune.codePointAt(0)!;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
