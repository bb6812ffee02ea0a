import { Char } from './chars.js';
import type { Range } from './document.js';
import { leadingJson } from './json-stream.js';

/** The part of a stream that a client hands to the server's reader as one document. */
export interface Chunk extends Range {
  /** A `---` line with something other than a comment behind it: the client gives up on the whole stream here. */
  readonly badSeparator?: Range;
}

/** Cuts a stream into documents as kubectl does. */
export function splitDocuments(text: string): Chunk[] {
  const objects = leadingJson(text);
  return [...objects, ...splitYaml(text, objects.at(-1)?.end ?? 0)];
}

/**
 * Cuts what follows an offset as YAML (apimachinery/pkg/util/yaml/decoder.go, YAMLReader.Read): at every line that starts with
 * `---`, wherever it stands. A separator before any line of a document belongs to that document.
 */
function splitYaml(text: string, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  let chunkStart = from;
  for (let lineStart = from; lineStart < text.length; ) {
    const next = nextLineStart(text, lineStart);
    if (text.startsWith('---', lineStart)) {
      const rest = restOfSeparator(text, lineStart + 3, next);
      if (rest) return [...chunks, { start: chunkStart, end: next, badSeparator: rest }];
      if (lineStart > chunkStart) {
        chunks.push({ start: chunkStart, end: lineStart });
        chunkStart = next;
      }
    }
    lineStart = next;
  }
  if (chunkStart < text.length) chunks.push({ start: chunkStart, end: text.length });
  return chunks;
}

function nextLineStart(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
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
