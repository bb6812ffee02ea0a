import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { notUtf8, reasonOf, reasons, sizeLimit } from './reasons.js';

/** A file's text as it is on disk, a byte order mark and CR LF included, or why there is none. */
export type Content = { readonly text: string } | { readonly skipped: string } | { readonly unreadable: string };

export function readFile(absolute: string): Content {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolute, 'r');
    return readDescriptor(descriptor);
  } catch (error) {
    return { unreadable: reasonOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads a stream, such as standard input, until its end or until it is too large. */
export async function readStream(stream: AsyncIterable<Buffer>): Promise<Content> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > sizeLimit) return { unreadable: reasons.tooLarge };
      chunks.push(chunk);
    }
  } catch (error) {
    return { unreadable: reasonOf(error) };
  }
  return decode(Buffer.concat(chunks));
}

/** Pipes and devices have no size to look at beforehand, and a file may grow: what counts is what comes. */
function readDescriptor(descriptor: number): Content {
  const expected = fstatSync(descriptor).size;
  if (expected > sizeLimit) return { unreadable: reasons.tooLarge };
  let buffer = Buffer.allocUnsafe(Math.max(expected + 1, 1024));
  let size = 0;
  for (let read = -1; read !== 0; size += read) {
    if (size > sizeLimit) return { unreadable: reasons.tooLarge };
    if (size === buffer.length) buffer = Buffer.concat([buffer], size * 4);
    read = readSync(descriptor, buffer, size, buffer.length - size, null);
  }
  return decode(buffer.subarray(0, size));
}

function decode(bytes: Buffer): Content {
  if (bytes.length === 0) return { skipped: reasons.empty };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { unreadable: reasons.utf16 };
  if (bytes.includes(0)) return { unreadable: reasons.binary };
  if (!isUtf8(bytes)) return { unreadable: notUtf8(firstBadLine(bytes)) };
  const text = bytes.toString('utf8');
  return /\S/.test(text) ? { text } : { skipped: reasons.empty };
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be asked for itself. */
function firstBadLine(bytes: Buffer): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
