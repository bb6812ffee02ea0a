import { isBlankOrComment } from './line.js';
import { Outline } from './outline.js';

/** `key: a: b`, of which YAML takes the second colon amiss. */
const colonInValue = /^(\s*(?:-\s+)*[\w./-]+:\s+)([\w./][^"\r]*:\s[^"\r]*)/;

/**
 * The same text with the most common slips put right, each on its own line: quotes and brackets that nobody closed,
 * keys without a colon, values with one.
 */
export function mended(text: string): string {
  const outline = new Outline();
  const lines: string[] = [];
  let word: { readonly column: number; readonly line: number } | undefined;
  for (const line of text.split('\n')) {
    const { inline } = outline;
    if (inline.isOpen && inline.endsBefore(line)) lines.push(`${lines.pop()!.trimEnd()}${inline.closing}`);
    outline.add(line.replace(/\r$/, ''));
    lines.push(outline.field === undefined ? line : line.replace(colonInValue, '$1"$2"'));
    if (isBlankOrComment(line)) continue;
    // A word with a field right below it is no text that goes on.
    if (word && outline.field === word.column) lines[word.line] = `${lines[word.line]!.trimEnd()}:`;
    word = outline.word === undefined ? undefined : { column: outline.word, line: lines.length - 1 };
  }
  return lines.join('\n');
}
