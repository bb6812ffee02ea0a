import { visible } from '../sanitize.js';
import { wrap } from '../text/wrap.js';

const noBreak = '\u00a0';

/** Words that stay on one line. */
export function keepTogether(text: string): string {
  return text.replaceAll(' ', noBreak);
}

/** Breaks a text into lines, between words but not between a number and its unit; fit to be printed. */
export function linesOfText(text: string, width: number): string[] {
  return wrap(visible(text).replace(/(\d) s\b/g, `$1${noBreak}s`), width).map((line) =>
    line.replaceAll(noBreak, ' ').trimEnd(),
  );
}

/** As much of a text as there is room for. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`;
}
