import { defineRule } from '@podlint/engine/rule';
import { qosClass, type QosClass } from '@podlint/model';
import { isPatch } from '../../kit/patches.js';

interface Options {
  readonly expected: readonly QosClass[];
}

const classes = ['Guaranteed', 'Burstable', 'BestEffort'] as const satisfies readonly QosClass[];

export default defineRule<QosClass, Options>({
  id: 'resources/qos',
  level: 'info',
  summary: 'The QoS class that a pod gets by its requests and limits',
  brief: 'QoS class',
  messages: {
    Guaranteed:
      'The QoS class is Guaranteed: every container has limits of cpu and memory and requests just these. When the node runs short, these Pods are evicted last.',
    Burstable:
      'The QoS class is Burstable. Something is requested or limited, but not cpu and memory of every container by equal amounts. When the node runs short, Pods that use more than they request are evicted before the others.',
    BestEffort:
      'The QoS class is BestEffort: no container requests or limits cpu or memory. When the node runs short, these Pods are evicted first.',
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        expected: {
          type: 'array',
          items: { enum: classes },
          uniqueItems: true,
          description: 'Classes that are as they should be, so that nothing is said about them.',
        },
      },
    },
    defaults: { expected: [] },
  },
  pod(pod, report, { expected }) {
    if (pod.containers.some(isPatch)) return;
    const { object, spec, at } = pod;
    const qos = qosClass(spec, object.minor);
    if (!expected.includes(qos)) report({ at, message: qos });
  },
});
