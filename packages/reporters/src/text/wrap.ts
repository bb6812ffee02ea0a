import { columnsOf } from './columns.js';

/** Fewer columns than that leave no room for words. */
const narrowest = 16;

/** Breaks a text at blanks so that no line is wider than that many columns, single long words apart. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > Math.max(narrowest, width)) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A label and a text behind it, whose further lines are indented. @param width undefined: one line */
export function hanging(label: string, text: string, width: number | undefined, indent: string): string[] {
  if (width === undefined) return [`${label} ${text}`];
  // The first line may be longer than the others by what the label is longer than the indent.
  const room = Math.max(narrowest, width - columnsOf(indent));
  const words = text.split(' ');
  let first = label;
  while (words.length > 0 && (first === label || columnsOf(first) + 1 + columnsOf(words[0] ?? '') <= width))
    first = `${first} ${words.shift() ?? ''}`;
  return [first, ...(words.length === 0 ? [] : wrap(words.join(' '), room).map((line) => indent + line))];
}
