import { defineRule, setting, type Collected, type Collection } from '@podlint/engine/rule';
import { replicasOf } from '../../kit/replicas.js';
import { fieldsOf } from '../../kit/typed.js';

interface Options {
  readonly minimum: number;
}

/** What all versions of HorizontalPodAutoscaler have in common. */
interface Autoscaler {
  readonly spec?: {
    readonly minReplicas?: number;
    readonly scaleTargetRef?: { readonly kind?: string; readonly name?: string };
  };
}

/** How many Pods a workload asks for, or what an autoscaler scales and how far down. */
interface Facts {
  readonly replicas?: number;
  readonly scales?: string;
  readonly minReplicas?: number;
}

const replicas: Collection<Facts> = {
  name: 'replicas',
  of(resource) {
    const { apiVersion, kindName, value, judged } = resource;
    if (kindName === 'HorizontalPodAutoscaler' && apiVersion.startsWith('autoscaling/')) {
      const { minReplicas, scaleTargetRef: { kind = '', name = '' } = {} } = (value as Autoscaler).spec ?? {};
      return { scales: keyOf(resource.namespace, kind, name), minReplicas: minReplicas ?? 1 };
    }
    const count = judged && replicasOf(judged)?.count;
    return count === undefined ? undefined : { replicas: count };
  },
};

export default defineRule<'few' | 'fewScaled', Options, Facts>({
  id: 'pods/replicas-one',
  level: 'off',
  hasChoices: true,
  summary: 'A workload with fewer replicas than wanted',
  brief: 'too few replicas',
  messages: {
    few: 'The {kind} "{name}" runs {count} of at least {minimum} replicas. When a node fails or is drained, too few Pods are left to serve. Raise replicas.',
    fewScaled:
      'The autoscaler "{name}" may go down to {count} of at least {minimum} replicas. When a node fails or is drained, too few Pods are left to serve. Raise minReplicas.',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { minimum: { type: 'integer', minimum: 1, description: 'The fewest replicas that are enough' } },
    },
    defaults: { minimum: 2 },
  },
  collects: replicas,
  run({ collected }, report, { minimum }) {
    const autoscalers = autoscalersOf(collected);
    for (const { object, facts } of collected) {
      const { replicas: count } = facts;
      const { namespace, kindName: kind, name } = object;
      // With none at all the workload is switched off on purpose.
      if (!count || count >= minimum || autoscalers.has(keyOf(namespace, kind, name))) continue;
      const { spec } = fieldsOf<{ spec: { replicas: number } }>(object);
      const choices = [setting(spec.replicas, minimum)];
      report(object, { at: spec.replicas, message: 'few', data: { kind, name, count, minimum }, choices });
    }
    for (const { object, facts } of autoscalers.values()) {
      const { minReplicas: count = 1 } = facts;
      const { spec } = fieldsOf<Required<Autoscaler>>(object);
      const { name } = object;
      if (count < minimum)
        report(object, { at: spec.minReplicas, message: 'fewScaled', data: { name, count, minimum } });
    }
  },
});

/** Autoscalers by what they scale. */
function autoscalersOf(collected: readonly Collected<Facts>[]): Map<string, Collected<Facts>> {
  return new Map(collected.flatMap((one) => (one.facts.scales === undefined ? [] : [[one.facts.scales, one]])));
}

function keyOf(namespace: string, kind: string, name: string): string {
  return `${namespace}/${kind}/${name}`;
}
