import { isShellOperator } from './shell-words.js';

const part = /\s+|"((?:[^"\\$`]|\\.)*)"|'([^']*)'|((?:[^\s"'\\$`;&|<>()*?[\]{}~#]|\\.)+)/gy;

/**
 * The words of a command line as a shell splits it; undefined for one that needs a shell: with operators, variables or
 * patterns in it, or a quote that is left open.
 */
export function wordsOfLine(line: string): string[] | undefined {
  const words: string[] = [];
  let isOpen = false;
  let end = 0;
  for (const [text, double, single, plain] of line.matchAll(part)) {
    end += text.length;
    const value = double ?? single ?? plain;
    if (value !== undefined) {
      const read = single ?? value.replace(/\\(.)/g, '$1');
      words.push(isOpen ? (words.pop() ?? '') + read : read);
    }
    isOpen = value !== undefined;
  }
  return end === line.length && words.length > 0 ? words : undefined;
}

/** Words as one text for a shell, in which each stays one word; operators and variables get their meaning. */
export function lineOf(words: readonly string[]): string {
  return words.map((word) => (isShellOperator(word) ? word : quoted(word))).join(' ');
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (!word.includes('$')) return `'${word.replaceAll("'", `'\\''`)}'`;
  return `"${word.replace(/["\\`]/g, '\\$&')}"`;
}

/** A command line that a shell runs, and becomes where it is one program. */
export function scriptOf(words: readonly string[]): string[] {
  const isOneProgram = !words.some(isShellOperator);
  return ['sh', '-c', (isOneProgram ? 'exec ' : '') + lineOf(words)];
}
