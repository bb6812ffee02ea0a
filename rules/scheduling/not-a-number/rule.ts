import { defineRule, each, itemAt, type Field, type Report } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';

type Message = 'never' | 'term' | 'preferred';
type Term = Decoded<core.NodeSelectorTerm>;

export default defineRule<Message>({
  id: 'scheduling/not-a-number',
  level: 'error',
  summary: 'A node affinity that compares with something else than a whole number',
  brief: 'Gt or Lt needs a number',
  messages: {
    never:
      '{operator} compares whole numbers, but "{value}" is not one. The server takes it, but no term that is left can match a node, so these Pods are never scheduled. Write a number.',
    term: '{operator} compares whole numbers, but "{value}" is not one. The server takes it, but this term matches no node. Write a number.',
    preferred:
      '{operator} compares whole numbers, but "{value}" is not one. The server takes it, but the scheduler fails on it as soon as it has several nodes to choose from. Write a number.',
  },
  pod({ spec, at }, report) {
    const affinity = spec.affinity?.nodeAffinity;
    if (!affinity) return;
    const affinityAt = at.affinity.nodeAffinity;
    const required = 'requiredDuringSchedulingIgnoredDuringExecution';
    const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
    const terms = affinity[required]?.nodeSelectorTerms ?? [];
    const isHopeless = terms.every(isBroken);
    for (const term of each(terms, affinityAt[required].nodeSelectorTerms))
      checkTerm(term.value, term.at, isHopeless ? 'never' : 'term', report);
    for (const { value, at: termAt } of each(affinity[preferred], affinityAt[preferred]))
      if (value.preference && value.weight) checkTerm(value.preference, termAt.preference, 'preferred', report);
  },
});

function checkTerm(
  { matchExpressions }: Term,
  at: Field<core.NodeSelectorTerm>,
  message: Message,
  report: Report<Message>,
): void {
  for (const { value, at: requirementAt } of each(matchExpressions, at.matchExpressions)) {
    if (!comparesWithText(value)) continue;
    report({
      at: itemAt(requirementAt.values, 0),
      message,
      data: { operator: value.operator ?? '', value: value.values?.[0] ?? '' },
      ...(message !== 'never' && { level: 'warn' }),
    });
  }
}

/** A term with one such requirement matches nothing (LazyErrorNodeSelector.Match, component-helpers' nodeaffinity). */
function isBroken({ matchExpressions = [] }: Term): boolean {
  return matchExpressions.some(comparesWithText);
}

const lowest = -(2n ** 63n);
const highest = 2n ** 63n - 1n;

/** What Go's ParseInt takes in 64 bits (NewRequirement in apimachinery's pkg/labels/selector.go). */
function isInteger(text: string): boolean {
  return /^[-+]?\d+$/.test(text) && BigInt(text.replace('+', '')) >= lowest && BigInt(text.replace('+', '')) <= highest;
}

/** Another number of values is refused by the server. */
function comparesWithText({ operator, values = [] }: Decoded<core.NodeSelectorRequirement>): boolean {
  return (operator === 'Gt' || operator === 'Lt') && values.length === 1 && !isInteger(values[0] ?? '');
}
