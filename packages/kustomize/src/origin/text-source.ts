import type { Place } from './place.js';

/** Tells where a stretch of a text stands in a file. */
export interface TextSource {
  place(start: number, end: number): Place;
}

/** A file's own text. */
export function fileSource(file: string): TextSource {
  return { place: (start, end) => ({ file, start, end }) };
}

/**
 * A text that is the value of a scalar in a file (an inline patch). Where the value's lines are those of the file, only
 * further in, a place is found line by line; otherwise everything stands where the scalar does.
 */
export function scalarSource(outer: Place, value: string, fileText: string): TextSource {
  const lines = matchLines(value, fileText, outer);
  return {
    place(start, end) {
      const from = lines && offsetIn(lines, start);
      const to = lines && offsetIn(lines, end);
      return from === undefined || to === undefined || to < from ? outer : { file: outer.file, start: from, end: to };
    },
  };
}

/** Where a line of the value starts, in the value and in the file, and how long it is. */
interface LineMatch {
  readonly start: number;
  readonly fileStart: number;
  readonly length: number;
}

function matchLines(value: string, fileText: string, { start, end }: Place): LineMatch[] | undefined {
  const raw = fileText.slice(start, end);
  if (raw.startsWith(value)) return [{ start: 0, fileStart: start, length: value.length }];
  if (/^["']/.test(raw) && raw.slice(1, -1) === value)
    return [{ start: 0, fileStart: start + 1, length: value.length }];
  return /^[|]/.test(raw) ? matchBlock(value, raw, start) : undefined;
}

/** A literal block: each line of the value is the end of a line of the file. */
function matchBlock(value: string, raw: string, start: number): LineMatch[] | undefined {
  const matches: LineMatch[] = [];
  let at = raw.indexOf('\n') + 1;
  let offset = 0;
  for (const line of value.split('\n')) {
    const feed = raw.indexOf('\n', at);
    const lineEnd = feed < 0 ? raw.length : feed;
    const written = raw.slice(at, lineEnd).replace(/\r$/, '');
    if (at > raw.length || !written.endsWith(line)) return line === '' && at >= raw.length ? matches : undefined;
    matches.push({ start: offset, fileStart: start + at + written.length - line.length, length: line.length });
    offset += line.length + 1;
    at = lineEnd + 1;
  }
  return matches;
}

function offsetIn(lines: readonly LineMatch[], offset: number): number | undefined {
  const line = lines.findLast(({ start }) => start <= offset);
  return line && offset - line.start <= line.length ? line.fileStart + offset - line.start : undefined;
}
