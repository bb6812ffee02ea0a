import { defineRule, type RunObject } from '@podlint/engine/rule';
import type { policy } from '@podlint/model';
import { references, type KnownObject, type RefFacts } from '../../kit/refs/facts.js';
import { indexOf, type RunIndex } from '../../kit/refs/run-index.js';
import { selectedBy } from '../../kit/refs/selecting.js';
import { fieldsOf } from '../../kit/typed.js';

export default defineRule<'never' | 'all' | 'workload', unknown, RefFacts>({
  id: 'refs/pdb-blocks-eviction',
  level: 'warn',
  summary: 'A PodDisruptionBudget that lets no Pod be evicted',
  brief: 'budget allows no eviction',
  messages: {
    never:
      '{field}: {value} lets no Pod be evicted. A node with one of them cannot be drained, and upgrades of the cluster hang. Allow at least one.',
    all: 'The budget wants {value} Pods to be there, and there are {count}. None may ever be evicted, so a node with one of them cannot be drained, and upgrades of the cluster hang. Run more replicas, or ask for fewer.',
    workload: 'the replicas',
  },
  collects: references,
  run(view, report) {
    const index = indexOf(view);
    for (const { object, facts } of view.collected) {
      if (!facts.budget) continue;
      const found = neverAllowed(object, facts.budget) ?? askedOfAll(index, object, facts);
      if (found) report(object, found);
    }
  },
});

type Budget = NonNullable<RefFacts['budget']>;

function neverAllowed(object: RunObject, { minAvailable, maxUnavailable }: Budget) {
  const { spec } = fieldsOf<policy.PodDisruptionBudget>(object);
  if (maxUnavailable === 0 || maxUnavailable === '0' || maxUnavailable === '0%')
    return {
      at: spec.maxUnavailable,
      message: 'never' as const,
      data: { field: 'maxUnavailable', value: maxUnavailable },
    };
  return minAvailable === '100%'
    ? { at: spec.minAvailable, message: 'never' as const, data: { field: 'minAvailable', value: minAvailable } }
    : undefined;
}

/** A number, of workloads that count their Pods and are not scaled by others. */
function askedOfAll(index: RunIndex, object: RunObject, { budget, selects }: RefFacts) {
  const { minAvailable: value } = budget ?? {};
  if (typeof value !== 'number' || !selects) return undefined;
  const workloads = selectedBy(index, object, selects);
  const count = workloads.reduce((sum, { facts }) => sum + (facts.replicas?.count ?? NaN), 0);
  const [first] = workloads;
  if (!first || count > value || Number.isNaN(count) || count === 0 || workloads.some((one) => index.isScaled(one)))
    return undefined;
  return {
    at: fieldsOf<policy.PodDisruptionBudget>(object).spec.minAvailable,
    message: 'all' as const,
    data: { value, count },
    related: [placeOfReplicas(first)],
  };
}

function placeOfReplicas({ object }: KnownObject) {
  return {
    object,
    at: fieldsOf<{ readonly spec: { readonly replicas: number } }>(object).spec.replicas,
    message: 'workload' as const,
  };
}
