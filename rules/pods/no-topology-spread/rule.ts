import { defineRule } from '@podlint/engine/rule';
import { spreadingOf, type Separation } from '../../kit/spreading.js';

/** Anti-affinity over it keeps Pods apart within a zone only. */
const node = 'kubernetes.io/hostname';

export default defineRule({
  id: 'pods/no-topology-spread',
  level: 'off',
  summary: 'Replicas that may all run in one zone',
  brief: 'replicas may share one zone',
  messages: {
    missing:
      'Nothing spreads the {count} replicas of "{name}" over zones. They may all run in one, and fail with it. Add a topologySpreadConstraint over "topology.kubernetes.io/zone".',
    ofOthers:
      'The topologySpreadConstraints of "{name}" do not select its own Pods. They do not spread its {count} replicas. Select the labels of the template.',
  },
  object(object, report) {
    const spreading = spreadingOf(object);
    if (!spreading) return;
    const { pod, count, antiAffinity, constraints } = spreading;
    if (constraints.some(isOfOwnPods) || antiAffinity.some((term) => isOfOwnPods(term) && term.topologyKey !== node))
      return;
    report({
      at: pod.at.topologySpreadConstraints,
      message: constraints.length > 0 ? 'ofOthers' : 'missing',
      data: { name: object.name, count },
    });
  },
});

function isOfOwnPods(separation: Separation): boolean {
  return separation.isOfOwnPods;
}
