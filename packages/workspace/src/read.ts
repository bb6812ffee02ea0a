import { isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { TextNeeds } from '@podlint/engine';
import { firstBadLine, isUtf16, type LongText, longText, wholeLimit } from './long-text.js';
import { notUtf8, reasonOf, reasons, sizeLimit } from './reasons.js';

/** A file's text as it is on disk, a byte order mark and CR LF included, or why there is none. */
export type Content =
  | {
      readonly text: string;
      /** A digest, where one was needed. */
      readonly name?: string;
      /** Where they are remembered (CachedReader). */
      readonly needs?: TextNeeds;
    }
  | { readonly skipped: string }
  | { readonly unreadable: string };

/**
 * What becomes of a text beyond the size that is judged as a whole: it is held all the same, up to a limit, or left to
 * be read in pieces.
 */
export type LongTexts = 'held' | 'apart';

const longPiece = 1024 * 1024;

export function readFile(absolute: string): Content;
export function readFile(absolute: string, longTexts: LongTexts): Content | LongText;
export function readFile(absolute: string, longTexts: LongTexts = 'held'): Content | LongText {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolute, 'r');
    if (longTexts === 'apart' && fstatSync(descriptor).size > wholeLimit)
      return longText(createReadStream(absolute, { highWaterMark: longPiece }));
    return readDescriptor(descriptor);
  } catch (error) {
    return { unreadable: reasonOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A file as it is, whatever it holds; undefined for one that cannot be read or is too large. */
export function readBytes(absolute: string): Uint8Array | undefined {
  try {
    return statSync(absolute).size > sizeLimit ? undefined : readFileSync(absolute);
  } catch {
    return undefined;
  }
}

/** Reads a stream, such as standard input, until its end or until it is too large. */
export async function readStream(stream: AsyncIterable<Buffer>, longTexts: LongTexts): Promise<Content | LongText> {
  const chunks: Buffer[] = [];
  const rest = stream[Symbol.asyncIterator]();
  let size = 0;
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      size += next.value.length;
      chunks.push(next.value);
      if (longTexts === 'apart' && size > wholeLimit) return longText(continued(chunks, rest));
      if (size > sizeLimit) return { unreadable: reasons.tooLarge };
    }
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
  return decode(Buffer.concat(chunks));
}

/** What was read already, and what follows. */
async function* continued(chunks: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function readDescriptor(descriptor: number): Content {
  const bytes = bytesOf(descriptor, sizeLimit);
  return bytes ? decode(bytes) : { unreadable: reasons.tooLarge };
}

/**
 * What a file or pipe holds; undefined for more than so many bytes.
 * @throws what the file system says
 */
export function readUpTo(absolute: string, most: number): Buffer | undefined {
  const descriptor = openSync(absolute, 'r');
  try {
    return bytesOf(descriptor, most);
  } finally {
    closeSync(descriptor);
  }
}

/** Pipes and devices have no size to look at beforehand, and a file may grow: what counts is what comes. */
function bytesOf(descriptor: number, most: number): Buffer | undefined {
  const expected = fstatSync(descriptor).size;
  if (expected > most) return undefined;
  let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 1024));
  let size = 0;
  for (let read = -1; read !== 0; size += read) {
    if (size > most) return undefined;
    if (size === buffer.length) buffer = Buffer.concat([buffer], Math.min(size * 4, most + 1));
    read = readSync(descriptor, buffer, size, buffer.length - size, null);
  }
  return buffer.subarray(0, size);
}

/** The text that bytes are, or why they are none. */
export function decode(bytes: Buffer): Content {
  if (bytes.length === 0) return { skipped: reasons.empty };
  if (isUtf16(bytes)) return { unreadable: reasons.utf16 };
  if (bytes.includes(0)) return { unreadable: reasons.binary };
  if (!isUtf8(bytes)) return { unreadable: notUtf8(firstBadLine(bytes)) };
  const text = bytes.toString('utf8');
  return /\S/.test(text) ? { text } : { skipped: reasons.empty };
}
