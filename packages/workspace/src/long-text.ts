import { isUtf8 } from 'node:buffer';
import { notUtf8, reasonOf, reasons } from './reasons.js';

/**
 * The largest text that is judged as a whole, in bytes: far above what people render, and as much as is judged in some
 * hundred megabytes of memory.
 */
export const wholeLimit = 4 * 1024 * 1024;

/** A text that is read while it is judged. */
export interface LongText {
  /**
   * The text in pieces that end anywhere but inside a character; to be called once. Throws UnreadableText where it
   * cannot be read on.
   */
  pieces(): AsyncIterable<string>;
}

/** A text of which the beginning was read, and that cannot be read on. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';

  constructor(readonly reason: string) {
    super(reason);
  }
}

export function longText(stream: AsyncIterable<Buffer>): LongText {
  return { pieces: () => decoded(stream) };
}

/** Reads the first piece of a long text, so that what is no text at all is known before anything is judged. */
export async function opened<Other>(
  content: Other | LongText,
): Promise<Other | LongText | { readonly unreadable: string }> {
  if (!isLong(content)) return content;
  const pieces = content.pieces()[Symbol.asyncIterator]();
  try {
    const first = await pieces.next();
    return { pieces: () => behind(first, pieces) };
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    return { unreadable: error.reason };
  }
}

function isLong(content: unknown): content is LongText {
  return typeof content === 'object' && content !== null && 'pieces' in content;
}

async function* behind(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}

export function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be asked for itself. */
export function firstBadLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}

async function* decoded(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new Decoder();
  try {
    for await (const chunk of stream) yield decoder.push(chunk);
    decoder.end();
  } catch (error) {
    throw error instanceof UnreadableText ? error : new UnreadableText(reasonOf(error));
  }
}

/** Decodes UTF-8 that comes in chunks, a byte order mark included. Methods throw UnreadableText. */
class Decoder {
  /** The beginning of a character, or of a byte order mark, that goes on in the next chunk. */
  private held: Buffer = Buffer.alloc(0);
  private linesBefore = 0;
  private isStart = true;

  push(chunk: Buffer): string {
    const bytes = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    if (this.isStart && isUtf16(bytes)) throw new UnreadableText(reasons.utf16);
    if (bytes.includes(0)) throw new UnreadableText(reasons.binary);
    const whole = bytes.subarray(0, endOfCharacters(bytes));
    this.held = bytes.subarray(whole.length);
    if (!isUtf8(whole)) throw this.badUtf8(whole);
    this.isStart &&= bytes.length < 2;
    this.linesBefore += countLines(whole);
    return whole.toString('utf8');
  }

  end(): void {
    if (this.held.length > 0) throw this.badUtf8(this.held);
  }

  private badUtf8(bytes: Buffer): UnreadableText {
    return new UnreadableText(notUtf8(this.linesBefore + firstBadLine(bytes)));
  }
}

const longestCharacter = 4;

/** Behind the last character that is complete; what is no UTF-8 at all counts as complete. */
function endOfCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(longestCharacter, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    return lengthOfCharacter(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** By its first byte. */
function lengthOfCharacter(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines++;
  return lines;
}
