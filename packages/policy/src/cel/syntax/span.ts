import type { TextSpan } from '@podlint/validation';

/**
 * What an offset of a compiler's problem stands for, as one would mark it: of a call, whose place is its parenthesis, of a
 * selection (its dot) and of a message's field (its colon) the name; of the end the last character.
 */
export function spanAt(expression: string, offset: number): TextSpan {
  const { start, end } = markedAt(expression, offset);
  return { offset: start - (expression.length - expression.trimStart().length), length: Math.max(1, end - start) };
}

interface Marked {
  readonly start: number;
  readonly end: number;
}

function markedAt(text: string, offset: number): Marked {
  const character = text.charAt(offset);
  if (character === '(' || character === ':') return nameBefore(text, offset) ?? { start: offset, end: offset + 1 };
  if (character === '.') return nameBehind(text, offset) ?? { start: offset, end: offset + 1 };
  if (character === '') return { start: text.trimEnd().length - 1, end: text.trimEnd().length };
  return wordFrom(text, offset);
}

function nameBefore(text: string, offset: number): Marked | undefined {
  const found = /(?<!\w)[A-Za-z_]\w*$/.exec(text.slice(0, offset).trimEnd());
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function nameBehind(text: string, offset: number): Marked | undefined {
  const found = /^\.\??\s*(\w+|`[^`]*`)/.exec(text.slice(offset));
  const [whole = '', name = ''] = found ?? [];
  return found ? { start: offset + whole.length - name.length, end: offset + whole.length } : undefined;
}

function wordFrom(text: string, offset: number): Marked {
  const [word = ''] = /^\w+/.exec(text.slice(offset)) ?? [];
  return { start: offset, end: offset + Math.max(1, word.length) };
}
