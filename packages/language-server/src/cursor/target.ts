import type { Range } from '@podlint/syntax';
import type { CursorText } from './cursor-text.js';

/** Stands in the text for what is being written. */
export const marker = 'podlintCursor';

/** What is being written, as the text would have to be for it to have a place. */
export interface Target {
  /** In the document's text: what is replaced by `text` so that a reader finds the marker. */
  readonly marked: Range;
  readonly text: string;
  /** In the file: what a proposal replaces. */
  readonly replace: Range;
  /** `key`: of a mapping, or an item still without one. `value`: behind a key or a dash. */
  readonly what: 'key' | 'value';
  readonly style: 'block' | 'flow';
  /** The column of the key or dash that is written, or of the key whose value is. */
  readonly column: number;
  /** Whether a proposal has to bring what is not there: the dash of an item. */
  readonly dash: 'missing' | 'written' | 'none';
  /** Whether a colon follows the key already. */
  readonly hasColon: boolean;
  /** A blank that has to stand between a colon or dash and the value. */
  readonly before: '' | ' ';
  /** The comma that has to follow, between brackets. */
  readonly after: '' | ',';
  /** Where the entry before lacks its comma, in the file. */
  readonly missingComma?: number;
  /** The quote that the written part starts with. */
  readonly quote: '"' | "'" | '';
  /** The blanks that the line should start with, where they are others. */
  readonly indent?: { readonly range: Range; readonly text: string };
}

export function quoteOf(sign: string | undefined): Target['quote'] {
  return sign === '"' || sign === "'" ? sign : '';
}

/** The part of a quoted text between its quotes, of which the second may not be there yet. */
export function insideQuotes({ line, lineStart }: CursorText, { start, end }: Range, quote: Target['quote']): Range {
  if (quote === '') return { start, end };
  const closes = end - start > 1 && line[end - lineStart - 1] === quote;
  return { start: start + 1, end: end - (closes ? 1 : 0) };
}
