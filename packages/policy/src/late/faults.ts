import type { Message } from '@podlint/messages';
import { positionOf, type CompileProblem } from '../cel/syntax/problem.js';
import type { CelType } from '../cel/types.js';
import { says } from './messages.js';

/** The first of the problems, and where it is. */
export function compileFault(expression: string, problems: readonly CompileProblem[]): Message {
  const [first] = problems;
  const { line, column } = positionOf(expression, first?.offset ?? 0);
  return says['not-compiled']({ problem: first?.message ?? '', line, column: column + 1 });
}

export function wrongType(found: CelType, expected: readonly CelType[]): Message {
  return says['wrong-type']({ found: String(found), expected: expected.map(String).join(' or ') });
}
