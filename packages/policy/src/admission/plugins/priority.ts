import { FieldPath } from '@podlint/field-path';
import { defineMessages } from '@podlint/messages';
import type { Decoded, scheduling } from '@podlint/model';
import type { PluginContext, PodPlugin, PodSpec, Refusal } from './plugin.js';

const says = defineMessages('priority', {
  'no-class': 'There is no PriorityClass "{name}".',
  'other-priority':
    'spec.priority is {found}, and the class of the Pod gives {computed}. Remove the field; the class sets it.',
  'other-policy':
    'spec.preemptionPolicy is {found}, and the class of the Pod gives {computed}. Remove the field; the class sets it.',
});

type PriorityClass = Decoded<scheduling.PriorityClass>;

/** Those that every cluster has (pkg/apis/scheduling, SystemPriorityClasses). */
const systemClasses: readonly PriorityClass[] = [
  { metadata: { name: 'system-node-critical' }, value: 2_000_001_000, preemptionPolicy: 'PreemptLowerPriority' },
  { metadata: { name: 'system-cluster-critical' }, value: 2_000_000_000, preemptionPolicy: 'PreemptLowerPriority' },
];

/** What a Pod without a class gets where no class is the default one. */
const noClass: PriorityClass = { value: 0, preemptionPolicy: 'PreemptLowerPriority' };

/** plugin/pkg/admission/priority: the class becomes a number. */
export const priority: PodPlugin = {
  admit(pod, context) {
    const spec = (pod.spec ??= {});
    const { priorityClassName = '' } = spec;
    const found = priorityClassName === '' ? defaultClass(context) : classNamed(priorityClassName, context);
    if (found) return setPriority(spec, found);
    return context.cluster.isWhole
      ? refusal('priorityClassName', says['no-class']({ name: priorityClassName }))
      : undefined;
  },
};

function classNamed(name: string, { cluster }: PluginContext): PriorityClass | undefined {
  return cluster.find('PriorityClass', name) ?? systemClasses.find(({ metadata }) => metadata?.name === name);
}

/** Of several default classes the lowest one counts (getDefaultPriorityClass). */
function defaultClass({ cluster }: PluginContext): PriorityClass {
  const defaults = cluster.all('PriorityClass').filter(({ globalDefault }) => globalDefault);
  return (
    defaults.reduce<PriorityClass | undefined>((best, other) => {
      return best === undefined || valueOf(best) > valueOf(other) ? other : best;
    }, undefined) ?? noClass
  );
}

function valueOf({ value = 0 }: PriorityClass): number {
  return value;
}

function setPriority(spec: PodSpec, found: PriorityClass): Refusal | undefined {
  const { metadata, preemptionPolicy } = found;
  const computed = valueOf(found);
  if (metadata?.name !== undefined) spec.priorityClassName = metadata.name;
  if (spec.priority !== undefined && spec.priority !== computed)
    return refusal('priority', says['other-priority']({ found: spec.priority, computed }));
  spec.priority = computed;
  if (preemptionPolicy === undefined) return undefined;
  if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== preemptionPolicy)
    return refusal(
      'preemptionPolicy',
      says['other-policy']({ found: spec.preemptionPolicy, computed: preemptionPolicy }),
    );
  spec.preemptionPolicy = preemptionPolicy;
  return undefined;
}

function refusal(field: string, message: Refusal['message']): Refusal {
  return { plugin: 'Priority', message, field: FieldPath.root.child('spec', field) };
}
