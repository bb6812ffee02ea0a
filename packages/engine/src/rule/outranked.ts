import { pathOf } from './field.js';
import type { RuleFinding } from './run-rules.js';

/** The findings of one object without those that a graver rule has made at the same field. */
export function withoutOutranked(found: readonly RuleFinding[]): readonly RuleFinding[] {
  const outranked = outrankedPaths(found);
  return outranked.size === 0
    ? found
    : found.filter(({ rule, finding }) => !outranked.get(rule.id)?.has(pathOf(finding.at).toString()));
}

/** By the ids of the lesser rules, the paths at which a graver one has spoken. */
function outrankedPaths(found: readonly RuleFinding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  for (const { rule, finding } of found) {
    for (const id of rule.outranks ?? []) {
      const known = paths.get(id);
      if (known) known.add(pathOf(finding.at).toString());
      else paths.set(id, new Set([pathOf(finding.at).toString()]));
    }
  }
  return paths;
}
