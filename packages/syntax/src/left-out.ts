import { defineMessages } from '@podlint/messages';
import type { Range, SyntaxProblem } from './document.js';
import { lineEnd, lineStart, nextLine } from './edit/layout.js';
import { readEveryday } from './reader/everyday/document.js';
import { readDocument } from './reader/read-document.js';
import type { ReadError } from './reader/read-error.js';
import { TreeBuilder } from './tree/tree-builder.js';

/**
 * Three dots or more alone on a line, as people put them in the place of what they leave out. A byte order mark may stand
 * before them, at the start of any document of a stream.
 */
const dots = /^\uFEFF?[ \t]*(?:\.{3,}|…)[ \t]*$/;

/** A document with more of them is not read around them all: it is read again for each. */
const most = 50;

/** What was read of a document, and what stopped the reader. */
export interface Reading {
  /** Abandoned where the reader was stopped. */
  readonly builder: TreeBuilder;
  /** The stream as it was read: as it came, but for blanks in the place of dots. */
  readonly text: string;
  /** The dots that the reader does not take. */
  readonly dots: readonly Range[];
  /** What stopped it apart from dots. */
  readonly error: ReadError | undefined;
}

/** Reads a document as the server does; where only dots are in the way, goes on as if their line were empty. */
export function readAroundDots(stream: string, { start, end }: Range): Reading {
  const everyday = new TreeBuilder(stream);
  if (readEveryday(stream, start, end, everyday))
    return { builder: everyday, text: stream, dots: [], error: undefined };
  everyday.abandon();
  let text = stream;
  const found: Range[] = [];
  for (;;) {
    const builder = new TreeBuilder(stream);
    const error = readDocument(text, start, end, builder);
    if (error) builder.abandon();
    const place = error && found.length < most ? dotsAt(text, error) : undefined;
    if (!place) return { builder, text, dots: found, error };
    found.push(place);
    text = text.slice(0, place.start) + ' '.repeat(place.end - place.start) + text.slice(place.end);
  }
}

/** The dots on the line that stopped the reader, or that it took for the beginning of the key there. */
function dotsAt(text: string, { reason, start, opened }: ReadError): Range | undefined {
  switch (reason) {
    case 'missing-content':
    case 'missing-colon':
    case 'missing-key':
    case 'missing-item':
      return dotsOnLine(text, start) ?? dotsOnLine(text, opened);
    case 'unexpected-value':
      return dotsOnLine(text, endOfLineAbove(text, start));
    default:
      return undefined;
  }
}

function endOfLineAbove(text: string, offset: number): number {
  const feed = lineStart(text, offset) - 1;
  return text[feed] === '\n' && text[feed - 1] === '\r' ? feed - 1 : feed;
}

function dotsOnLine(text: string, offset: number): Range | undefined {
  if (offset < 0) return undefined;
  const [start, end] = [lineStart(text, offset), lineEnd(text, offset)];
  const line = text.slice(start, end);
  const indent = line.length - line.trimStart().length;
  return dots.test(line) ? { start: start + indent, end: start + line.trimEnd().length } : undefined;
}

const says = defineMessages('yaml', {
  'left-out':
    'Dots stand here for something that was left out, and no YAML reader takes them. Put in what belongs here, or remove the line.',
});

export function leftOut(text: string, range: Range): SyntaxProblem {
  return {
    code: 'syntax/left-out',
    message: says['left-out'](),
    range,
    // What was left out is missing then, and nothing shows it any more.
    fix: {
      title: 'Remove the dots',
      safety: 'unsafe',
      edits: [{ range: { start: lineStart(text, range.start), end: nextLine(text, range.end) }, text: '' }],
    },
  };
}
