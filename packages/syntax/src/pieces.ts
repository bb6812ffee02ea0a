import type { Range } from './document.js';
import { breakOf } from './stream-text.js';
import { splitDocuments, type Chunk } from './split.js';

/** A stream in which each document can be read by itself, as if nothing stood around it. */
export interface Pieces {
  readonly documents: readonly Range[];
  /** The line break of the stream and of each of its documents. */
  readonly lineBreak: string;
}

/**
 * Cuts a stream into documents that read the same wherever they stand. Undefined for the few streams in which what
 * stands around a document counts: JSON objects without separators, a line that is no separator, a byte order mark
 * between documents, line breaks of several kinds.
 */
export function piecesOf(text: string): Pieces | undefined {
  const lineBreak = breakOf(text);
  if (text.includes('\r') && /\r(?!\n)|(?<!\r)\n/.test(text)) return undefined;
  const documents = splitDocuments(text);
  return documents.every((chunk, index) => standsAlone(text, chunk, index, lineBreak))
    ? { documents, lineBreak }
    : undefined;
}

function standsAlone(text: string, { start, end, badSeparator }: Chunk, index: number, lineBreak: string): boolean {
  if (badSeparator) return false;
  if (index === 0) return start === 0 && (end === text.length || text.startsWith('---', end));
  const afterBreak = text.charCodeAt(start - 1) === 10;
  const hasBreak = lineBreak === '\n' || text.indexOf(lineBreak, start) < end;
  return (
    afterBreak && hasBreak && text.charCodeAt(start) !== 0xfeff && (end === text.length || text.startsWith('---', end))
  );
}
