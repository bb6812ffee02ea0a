import type { Message } from '@podlint/messages';
import type { FieldError } from '@podlint/validation';
import type { CompileProblem } from '../cel/syntax/problem.js';
import { spanAt } from '../cel/syntax/span.js';
import type { CelType } from '../cel/types.js';
import { says } from './messages.js';

/** The first of the problems, and where it is. */
export function compileFault(
  expression: string,
  problems: readonly CompileProblem[],
): Pick<FieldError, 'message' | 'span'> {
  const [first] = problems;
  const message = says['not-compiled']({ problem: first?.message ?? '' });
  return { message, span: spanAt(expression, first?.offset ?? 0) };
}

export function wrongType(found: CelType, expected: readonly CelType[]): Message {
  return says['wrong-type']({ found: String(found), expected: expected.map(String).join(' or ') });
}
