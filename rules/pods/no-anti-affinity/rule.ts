import { defineRule } from '@podlint/engine/rule';
import { spreadingOf } from '../../kit/spreading.js';

export default defineRule({
  id: 'pods/no-anti-affinity',
  level: 'off',
  summary: 'Replicas that may all run on one node',
  brief: 'replicas may share one node',
  messages: {
    missing:
      'Nothing keeps the {count} replicas of "{name}" on different nodes. The scheduler may put all of them on one, and they are lost with it. Add a podAntiAffinity or a topologySpreadConstraint over "kubernetes.io/hostname".',
    ofOthers:
      'The podAntiAffinity of "{name}" does not select its own Pods. Its {count} replicas may all run on one node. Select the labels of the template.',
  },
  object(object, report) {
    const spreading = spreadingOf(object);
    if (!spreading) return;
    const { pod, count, antiAffinity, constraints } = spreading;
    if ([...antiAffinity, ...constraints].some(({ isOfOwnPods }) => isOfOwnPods)) return;
    report({
      at: pod.at.affinity.podAntiAffinity,
      message: antiAffinity.length > 0 ? 'ofOthers' : 'missing',
      data: { name: object.name, count },
    });
  },
});
