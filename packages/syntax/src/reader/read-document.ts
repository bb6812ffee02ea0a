import type { NodeHandler } from './node-handler.js';
import { Parser } from './parser.js';
import { ReadError } from './read-error.js';

// What the reader takes: tab, line breaks, printable characters of Unicode (readerc.go, yaml_parser_update_buffer).
// eslint-disable-next-line no-control-regex
const refused = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** Reads one document of a stream into a builder. Returns what stopped it, with offsets in the stream. */
export function readDocument(stream: string, start: number, end: number, builder: NodeHandler): ReadError | undefined {
  const text = stream.slice(start, end);
  const at = text.search(refused);
  try {
    if (at >= 0) throw new ReadError('control-character', at, at + 1);
    new Parser(padded(text), start, builder).parse();
    return undefined;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return new ReadError(
      error.reason,
      Math.min(start + error.start, end),
      Math.min(start + error.end, end),
      start + error.opened,
    );
  }
}

/** As the cursor needs it: with a break behind the last line, and a NUL. */
function padded(text: string): string {
  return text.endsWith('\n') || text.endsWith('\r') ? `${text}\0` : `${text}\n\0`;
}
