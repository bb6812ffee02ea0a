import { Char } from './chars.js';
import type { Range } from './document.js';
import { LeadingJson } from './json-stream.js';

/** The part of a stream that a client hands to the server's reader as one document. */
export interface Chunk extends Range {
  /** A `---` line with something other than a comment behind it: the client gives up on the whole stream here. */
  readonly badSeparator?: Range;
}

/** A document, and where the text behind it and its separator goes on. */
export interface Cut {
  readonly chunk: Chunk;
  readonly next: number;
}

/** Cuts a stream into documents as kubectl does. */
export function splitDocuments(text: string): Chunk[] {
  const splitter = new Splitter();
  const chunks: Chunk[] = [];
  for (let cut = splitter.next(text, 'whole'); cut; cut = splitter.next(text, 'whole')) chunks.push(cut.chunk);
  return chunks;
}

/**
 * Finds the documents of a stream one after the other, in a text that may still grow at its end. JSON objects come
 * first, if the stream begins with them; the rest is cut as YAML (apimachinery/pkg/util/yaml/decoder.go,
 * YAMLReader.Read): at every line that starts with `---`, wherever it stands. A separator before any line of a document
 * belongs to that document.
 */
export class Splitter {
  private json: LeadingJson | undefined = new LeadingJson();
  private chunkStart = 0;
  private lineStart = 0;
  private over = false;

  /** The next document; undefined: there is none, or none yet in a text that is only the `beginning`. */
  next(text: string, extent: 'beginning' | 'whole'): Cut | undefined {
    if (this.over) return undefined;
    return this.nextJson(text, extent) ?? (this.json ? undefined : this.nextYaml(text, extent));
  }

  /** Nothing that follows belongs to a document. */
  get isOver(): boolean {
    return this.over;
  }

  /** Says that so much was taken off the beginning of the text. */
  shift(length: number): void {
    this.chunkStart -= length;
    this.lineStart -= length;
    this.json?.shift(length);
  }

  private nextJson(text: string, extent: 'beginning' | 'whole'): Cut | undefined {
    const found = this.json?.next(text);
    if (found === 'more' && extent === 'beginning') return undefined;
    if (typeof found !== 'object') {
      this.json = undefined;
      return undefined;
    }
    this.chunkStart = found.end;
    this.lineStart = found.end;
    return { chunk: found, next: found.end };
  }

  private nextYaml(text: string, extent: 'beginning' | 'whole'): Cut | undefined {
    while (this.lineStart < text.length) {
      const { lineStart } = this;
      const feed = text.indexOf('\n', lineStart);
      if (feed < 0 && extent === 'beginning') return undefined;
      const next = feed < 0 ? text.length : feed + 1;
      this.lineStart = next;
      if (!text.startsWith('---', lineStart)) continue;
      const rest = restOfSeparator(text, lineStart + 3, next);
      if (rest) return this.last({ start: this.chunkStart, end: next, badSeparator: rest });
      if (lineStart > this.chunkStart) return this.cutAt(lineStart, next);
    }
    return extent === 'whole' && this.chunkStart < text.length
      ? this.last({ start: this.chunkStart, end: text.length })
      : undefined;
  }

  private cutAt(end: number, next: number): Cut {
    const chunk = { start: this.chunkStart, end };
    this.chunkStart = next;
    return { chunk, next };
  }

  private last(chunk: Chunk): Cut {
    this.over = true;
    return { chunk, next: chunk.end };
  }
}

/** What stands on a separator line behind `---` and is neither blank nor a comment. */
function restOfSeparator(text: string, from: number, to: number): Range | undefined {
  let start = from;
  while (start < to && isGoSpace(text.charCodeAt(start))) start++;
  if (start === to || text.charCodeAt(start) === Char.hash) return undefined;
  let end = to;
  while (isGoSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** White space as Go's unicode.IsSpace has it. */
function isGoSpace(code: number): boolean {
  if (code <= Char.space) return code === Char.space || (code >= Char.tab && code <= Char.carriageReturn);
  if (code < 0x2000) return code === Char.nextLine || code === 0xa0 || code === 0x1680;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}
