import { eastAsianWidth } from 'get-east-asian-width';

const ascii = /^[ -~]*$/;

/** Made for the first text that is not ASCII: ICU's tables take longer to load than a short report takes to write. */
let graphemes: Intl.Segmenter | undefined;

/** The columns that a text without escapes takes in a terminal. */
export function columnsOf(text: string): number {
  if (isAscii(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += columnsOfGrapheme(segment);
  return columns;
}

/** Whether each character takes one column, and looks like itself. */
export function isAscii(text: string): boolean {
  return ascii.test(text);
}

/** What people take for one character each. */
export function graphemesOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter();
  return graphemes.segment(text);
}

/** An emoji is as wide as a Chinese character, also one that only U+FE0F makes an emoji or that joins several. */
function columnsOfGrapheme(grapheme: string): number {
  if (/^[\p{Control}\p{Format}\p{Mark}\p{Surrogate}\p{Default_Ignorable_Code_Point}]*$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\u20E3/u.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}
