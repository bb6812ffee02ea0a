import { defineRule, type ObjectView, type ResourceView, type RunView } from '@podlint/engine/rule';
import { replicasOf } from '../../kit/replicas.js';
import { typed } from '../../kit/typed.js';

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

export default defineRule<'few' | 'fewScaled', Options>({
  id: 'pods/replicas-one',
  level: 'off',
  summary: 'A workload with fewer replicas than wanted',
  messages: {
    few: 'The {kind} "{name}" runs {count} of at least {minimum} replicas: when one node goes, or is drained, too few Pods are left to serve. Raise replicas.',
    fewScaled:
      'The autoscaler "{name}" may go down to {count} replicas, below the {minimum} that are wanted: when one node goes, or is drained, too few Pods are left to serve. Raise minReplicas.',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { minimum: { type: 'integer', minimum: 1, description: 'The fewest replicas that are enough' } },
    },
    defaults: { minimum: 2 },
  },
  run(run, report, { minimum }) {
    const autoscalers = autoscalersOf(run);
    for (const object of run.objects) {
      const replicas = replicasOf(object);
      // With none at all the workload is switched off on purpose.
      if (!replicas || replicas.count === 0 || replicas.count >= minimum || autoscalers.has(keyOf(object))) continue;
      report(object, {
        at: replicas.at,
        message: 'few',
        data: { kind: object.kindName, name: object.name, count: replicas.count, minimum },
      });
    }
    for (const autoscaler of autoscalers.values()) {
      const { value, at } = typed<Required<Autoscaler>>(autoscaler);
      const count = value.spec?.minReplicas ?? 1;
      if (count < minimum)
        report(autoscaler, {
          at: at.spec.minReplicas,
          message: 'fewScaled',
          data: { name: autoscaler.name, count, minimum },
        });
    }
  },
});

/** Autoscalers by what they scale. */
function autoscalersOf({ resources }: RunView): Map<string, ResourceView> {
  const found = new Map<string, ResourceView>();
  for (const resource of resources) {
    if (resource.kindName !== 'HorizontalPodAutoscaler' || !resource.apiVersion.startsWith('autoscaling/')) continue;
    const { kind = '', name = '' } = (resource.value as Autoscaler).spec?.scaleTargetRef ?? {};
    found.set(`${resource.namespace}/${kind}/${name}`, resource);
  }
  return found;
}

function keyOf({ namespace, kindName, name }: ObjectView): string {
  return `${namespace}/${kindName}/${name}`;
}
