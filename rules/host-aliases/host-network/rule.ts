import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'host-aliases/host-network',
  level: 'info',
  summary: 'hostAliases of a Pod on the network of its node, where the entries of the node come first',
  messages: {
    appended:
      'The Pod uses the network of its node, so its /etc/hosts begins with the file of the node and hostAliases come behind it: a name that the node has too keeps the address of the node. Check that no node has these names.',
    network: 'The Pod uses the network of its node.',
  },
  pod(pod, report) {
    if (!pod.spec.hostNetwork || !pod.spec.hostAliases?.length) return;
    report({
      at: pod.at.hostAliases,
      message: 'appended',
      related: [{ at: pod.at.hostNetwork, message: 'network' }],
    });
  },
});
