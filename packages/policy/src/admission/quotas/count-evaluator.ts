import { parseQuantity } from '@podlint/model';
import type { Amounts } from '../plugins/pod-amounts.js';
import { countName, type CountedKind, type Evaluator } from './evaluator.js';

/** Kinds that have a name of their own in quotas, from before `count/` (legacyObjectCountAliases). */
const aliases: ReadonlySet<string> = new Set(['configmaps', 'resourcequotas', 'replicationcontrollers', 'secrets']);

/** Objects that only count by their number (generic/evaluator.go, objectCountEvaluator). */
export function countEvaluator(kind: CountedKind): Evaluator {
  const { group, plural } = kind;
  const names = [countName(kind), ...(group === '' && aliases.has(plural) ? [plural] : [])];
  return {
    counts: (resource) => names.includes(resource),
    isInScope: () => false,
    missing: () => undefined,
    usage: () => onceEach(names),
  };
}

export function onceEach(names: readonly string[]): Amounts {
  const one = parseQuantity('1');
  return new Map(one ? names.map((name) => [name, one] as const) : []);
}
