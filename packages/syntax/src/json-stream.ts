import type { Range } from './document.js';

/**
 * The JSON objects that a stream begins with, as far as more follows each of them. A client takes them one after the
 * other, without any `---`, and goes on in YAML at the first thing that is not JSON
 * (apimachinery/pkg/util/yaml/decoder.go, YAMLOrJSONDecoder.Decode).
 */
export class LeadingJson {
  private from = 0;
  private object: ObjectScan | undefined;

  /** The next object; `more`: nobody can say before more of the text is there; `none`: what follows is no JSON. */
  next(text: string): Range | 'more' | 'none' {
    const start = skipBlanks(text, this.from);
    const inside = skipBlanks(text, start + 1);
    if (start < text.length && text[start] !== '{') return 'none';
    if (inside >= text.length) return 'more';
    if (text[inside] !== '"' && text[inside] !== '}') return 'none';
    const end = (this.object ??= new ObjectScan(start)).end(text);
    if (end === undefined || skipBlanks(text, end) === text.length) return 'more';
    this.object = undefined;
    if (!isJson(text.slice(start, end))) return 'none';
    this.from = behindBreak(text, end);
    return { start, end: this.from };
  }

  /** Says that so much was taken off the beginning of the text. */
  shift(length: number): void {
    this.from -= length;
    this.object?.shift(length);
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text[at]!)) at++;
  return at;
}

/**
 * Behind the blanks at an offset, up to the end of their line: what follows on the next one may be YAML, where they
 * count.
 */
function behindBreak(text: string, from: number): number {
  return from + /^[ \t\r]*\n?/.exec(text.slice(from))![0].length;
}

/** Looks for the brace that closes the one at an offset, in a text that may grow between two calls. */
class ObjectScan {
  private depth = 0;
  private isInString = false;
  private found: number | undefined;

  constructor(private at: number) {}

  /** Behind the closing brace; undefined if it is not there. */
  end(text: string): number | undefined {
    while (this.found === undefined && this.at < text.length) {
      const sign = text[this.at++];
      if (this.isInString) this.readInString(sign);
      else if (sign === '"') this.isInString = true;
      else if (sign === '{') this.depth++;
      else if (sign === '}' && --this.depth === 0) this.found = this.at;
    }
    return this.found;
  }

  shift(length: number): void {
    this.at -= length;
    if (this.found !== undefined) this.found -= length;
  }

  private readInString(sign: string | undefined): void {
    if (sign === '\\') this.at++;
    else if (sign === '"') this.isInString = false;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
