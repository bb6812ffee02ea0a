import { parseText } from '@podlint/syntax';

/** Of the private use area, so that no text has it for another reason. */
const mark = '\ue000';

/** A text with something else in the place of every piece of some kind. */
export type Without = (text: string, instead: string) => string;

/**
 * Whether a text can be read when something stands in the place of every piece, and nothing in the place of lines that
 * hold only pieces.
 */
export function isReadableWithout(text: string, pieces: readonly Without[]): boolean {
  const marked = pieces.reduce((rest, without) => without(rest, mark), text);
  const filledIn = marked.replace(/^[ \t]*(?:\ue000[ \t]*)+$/gm, '').replaceAll(mark, 'x');
  return parseText(filledIn).documents.every(({ problems }) => problems.length === 0);
}
