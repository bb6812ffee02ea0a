import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: 'host-aliases/host-network',
  level: 'info',
  summary: 'hostAliases of a Pod on the network of its node, where the entries of the node come first',
  brief: 'node entries come first',
  messages: {
    appended:
      "With hostNetwork the node's own /etc/hosts comes before these hostAliases. A name that the node has too keeps the node's address. Check that no node has these names.",
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
