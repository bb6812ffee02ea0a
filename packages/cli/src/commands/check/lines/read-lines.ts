import { isUtf8 } from 'node:buffer';

/** A line of a stream without its break, or what is wrong with it. */
export type Line = { readonly number: number } & (
  { readonly text: string; readonly problem?: undefined } | { readonly problem: string }
);

/** The longest line that is read, in bytes: the largest file, written as JSON. */
const longestLine = 64 * 1024 * 1024;

/** Reads a stream line by line; a line that is too long to be held is passed over, and said so. */
export async function* readLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let length = 0;
  let number = 0;
  const take = (end: Buffer): Line => {
    const line = lineOf(++number, length + end.length, [...held, end]);
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let feed = chunk.indexOf(0x0a); feed !== -1; feed = chunk.indexOf(0x0a, start)) {
      yield take(chunk.subarray(start, feed));
      start = feed + 1;
    }
    const rest = chunk.subarray(start);
    length += rest.length;
    if (length > longestLine) held = [];
    else if (rest.length > 0) held.push(rest);
  }
  if (length > 0) yield take(Buffer.alloc(0));
}

function lineOf(number: number, length: number, pieces: readonly Buffer[]): Line {
  if (length > longestLine) return { number, problem: 'longer than 64 MB, the most that is read' };
  const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  return isUtf8(bytes) ? { number, text: bytes.toString('utf8') } : { number, problem: 'not valid UTF-8' };
}
