import type { Range } from '@podlint/syntax';
import { ColonSearch, columnOfContent, isBlankOrComment } from './line.js';
import { contentStart, type CursorText } from './cursor-text.js';
import { placesForLine } from './levels.js';
import { flowTarget } from './flow-target.js';
import { insideQuotes, marker, quoteOf, type Target } from './target.js';

/**
 * Where something could be written at the cursor: mostly one place, two where a list starts in the column of its key.
 */
export function targetsAt(cursor: CursorText): Target[] {
  if (cursor.lexical !== 'text') return [];
  if (cursor.brackets !== '') return flowTarget(cursor);
  const { line, column } = cursor;
  const content = contentStart(line);
  if (column < content && !isBlankOrComment(line)) return [];
  const colon = new ColonSearch(line.slice(content)).find();
  if (colon === undefined) return wordTargets(cursor, content);
  return column <= content + colon
    ? [keyTarget(cursor, content, content + colon)]
    : valueTarget(cursor, content, content + colon);
}

/** A key whose colon is there. */
function keyTarget({ lineStart, start, line }: CursorText, from: number, colon: number): Target {
  const to = from + line.slice(from, colon).trimEnd().length;
  const replace = { start: lineStart + from, end: lineStart + to };
  return {
    marked: shifted(replace, -start),
    text: marker,
    replace,
    what: 'key',
    style: 'block',
    column: from,
    dash: dashBefore(line, from),
    hasColon: true,
    before: '',
    after: '',
    quote: quoteOf(line[from]),
  };
}

function valueTarget(cursor: CursorText, keyColumn: number, colon: number): Target[] {
  const { lineStart, start, line, column } = cursor;
  const rest = line.slice(colon + 1);
  const properties = /^\s*(?:[&!]\S*\s+)*/.exec(rest)![0].length;
  const from = Math.min(colon + 1 + properties, Math.max(column, colon + 1));
  const value = withoutComment(line.slice(from));
  const to = Math.max(from + value.length, Math.min(column, line.length));
  if (value.trim() === '' && hasDeeperLines(cursor, keyColumn)) return [];
  const quote = quoteOf(line[from]);
  const replace = insideQuotes(cursor, { start: lineStart + from, end: lineStart + to }, quote);
  const before = from === colon + 1 ? ' ' : '';
  return [
    {
      marked: { start: lineStart + from - start, end: lineStart + to - start },
      text: before + marker,
      replace,
      what: 'value',
      style: 'block',
      column: keyColumn,
      dash: 'none',
      hasColon: true,
      before,
      after: '',
      quote,
    },
  ];
}

/** A line without a colon: a key that is begun, an item, or nothing yet. */
function wordTargets(cursor: CursorText, content: number): Target[] {
  const { lineStart, start, line, column } = cursor;
  const word = withoutComment(line.slice(content));
  const dash = dashBefore(line, content);
  const from = Math.min(content, Math.max(column, columnOfContent(line)));
  const before = dash === 'written' && line[from - 1] === '-' ? ' ' : '';
  const to = Math.max(from + word.length, Math.min(column, line.length));
  const quote = quoteOf(line[from]);
  const replace = { start: lineStart + from, end: lineStart + to };
  const common = { what: 'key', style: 'block', hasColon: false, before, after: '', quote, replace } as const;
  if (dash === 'written')
    return [
      { ...common, marked: shifted(replace, -start), text: `${before}${marker}:`, column: from + before.length, dash },
    ];
  const blanks = columnOfContent(line);
  const isBlank = word === '';
  return placesForLine(cursor, isBlank ? column : blanks).map((place) => ({
    ...common,
    replace: isBlank ? { start: lineStart + column, end: lineStart + line.length } : replace,
    marked: { start: lineStart - start, end: lineStart - start + Math.max(isBlank ? line.length : to, 0) },
    text: `${' '.repeat(place.column)}${place.dash === 'missing' ? '- ' : ''}${marker}:`,
    column: place.column,
    dash: place.dash,
    ...((isBlank ? column : blanks) === place.column
      ? {}
      : {
          indent: {
            range: { start: lineStart, end: lineStart + (isBlank ? column : blanks) },
            text: ' '.repeat(place.column),
          },
        }),
  }));
}

function dashBefore(line: string, content: number): Target['dash'] {
  return /-[ \t]*$/.test(line.slice(0, content)) ? 'written' : 'none';
}

/** Whether the value of a key without one on its line stands below it. */
function hasDeeperLines({ chunk, start, lineStart, line }: CursorText, column: number): boolean {
  for (const below of chunk.slice(lineStart - start + line.length).split(/\r\n|\r|\n/)) {
    if (isBlankOrComment(below)) continue;
    const indent = columnOfContent(below);
    return indent > column || (indent === column && /^-(\s|$)/.test(below.slice(indent)));
  }
  return false;
}

/** The text before a comment, without the blanks at its end. */
function withoutComment(text: string): string {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0].length ?? 0;
  const comment = /(?:^|\s)#/.exec(text.slice(quoted));
  return (comment ? text.slice(0, quoted + comment.index) : text).trimEnd();
}

function shifted({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
