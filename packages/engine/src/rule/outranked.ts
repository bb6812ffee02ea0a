import { segmentsOf, type Field } from './field.js';
import type { RuleFinding } from './run-rules.js';

/** The findings of one object without those that a graver rule has made at the same field. */
export function withoutOutranked(found: readonly RuleFinding[]): readonly RuleFinding[] {
  if (!found.some(({ rule }) => rule.outranks)) return found;
  const graver = found.filter(({ rule }) => rule.outranks);
  return found.filter(({ rule, finding }) => !graver.some((other) => other.rule.outranks?.includes(rule.id) && isSameField(other.finding.at, finding.at)));
}

function isSameField(a: Field, b: Field): boolean {
  const [left, right] = [segmentsOf(a), segmentsOf(b)];
  return left.length === right.length && left.every((segment, index) => segment === right[index]);
}
