import type { FieldPath } from '@podlint/field-path';
import type { NodeId } from '@podlint/syntax';
import type { ProblemFix } from './problem.js';
import type { ObjectSource } from './source.js';

/** What a shell gives a meaning to, so that blanks alone do not tell the words. */
const shellSyntax = /[|&;<>()$`\\"'*?[\]{}#~!\r\n]/;

const oneLine: ReadonlySet<string> = new Set(['plain', 'single-quoted', 'double-quoted']);

/**
 * Makes a list of the words of a command that was written as one text: a list of that one item would be looked up as a
 * program of that name. None for a single word.
 */
export function wordsFix(
  { document }: Pick<ObjectSource, 'document'>,
  node: NodeId,
  { segment }: FieldPath,
  value: string,
): ProblemFix[] {
  const text = value.trim();
  if (segment !== 'command' || !/\s/.test(text) || document.aliasTarget(node) !== undefined) return [];
  const list = `[${wordsOf(text)
    .map((word) => JSON.stringify(word))
    .join(', ')}]`;
  const title = shellSyntax.test(text) ? 'Let a shell run it' : 'Make each word an item';
  return oneLine.has(document.style(node))
    ? [{ title, safety: 'unsafe', edits: [{ range: document.rangeOf(node), text: list }] }]
    : [];
}

/** The items of a command that was written as one text. */
export function wordsOf(text: string): string[] {
  return shellSyntax.test(text) ? ['sh', '-c', text] : text.trim().split(/\s+/);
}
