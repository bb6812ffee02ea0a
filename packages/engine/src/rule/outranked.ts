import { pathOf, type Field } from './field.js';
import type { RuleFinding } from './run-rules.js';

/** The findings of one object without those that a graver rule has made at the same field. */
export function withoutOutranked(found: readonly RuleFinding[]): readonly RuleFinding[] {
  const grave = found.filter(({ rule }) => rule.outranks);
  if (grave.length === 0) return found;
  const outranked = new Set(grave.flatMap(({ rule, finding }) => rule.outranks!.map((id) => placeOf(id, finding.at))));
  return found.filter(({ rule, finding }) => !outranked.has(placeOf(rule.id, finding.at)));
}

function placeOf(ruleId: string, field: Field): string {
  return `${ruleId} ${pathOf(field)}`;
}
