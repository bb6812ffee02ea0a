import { textOf, type Message } from '@podlint/messages';

/** What keeps an expression from compiling, and where. */
export interface CompileProblem {
  readonly message: Message;
  /** UTF-16 units from the start of the expression. */
  readonly offset: number;
  /** A literal is no value of its type, which servers before 1.29 do not look at while compiling. */
  readonly isOfLiteral?: true;
}

/** Thrown inside the parser, which stops at its first problem. */
export class SyntaxFault extends Error {
  constructor(readonly problem: CompileProblem) {
    super(textOf(problem.message));
  }
}

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 0, in code points, as upstream counts them. */
  readonly column: number;
}

export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: Array.from(before.slice(lineStart)).length };
}
