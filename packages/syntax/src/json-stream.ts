import type { Range } from './document.js';

/**
 * The JSON objects that a stream begins with, as far as more follows each of them. A client takes them one after the other, without
 * any `---`, and goes on in YAML at the first thing that is not JSON (apimachinery/pkg/util/yaml/decoder.go, YAMLOrJSONDecoder.Decode).
 */
export function leadingJson(text: string): Range[] {
  const found: Range[] = [];
  let start = skipBlanks(text, 0);
  while (text[start] === '{') {
    const end = endOfObject(text, start);
    const next = skipBlanks(text, end);
    if (next === text.length || !isJson(text.slice(start, end))) break;
    found.push({ start, end: behindBreak(text, end) });
    start = next;
  }
  return found;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
  return at;
}

/** Behind the blanks at an offset, up to the end of their line: what follows on the next one may be YAML, where they count. */
function behindBreak(text: string, from: number): number {
  return from + /^[ \t\r]*\n?/.exec(text.slice(from))![0].length;
}

/** Behind the brace that closes the one at `start`; the end of the text if none does. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The quote that closes the one at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
