import { defineRule, set } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'pods/host-network-dns',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A Pod on the network of its node that resolves no Service names',
  brief: 'resolves no Service names',
  messages: {
    node: 'With hostNetwork, dnsPolicy ClusterFirst uses the DNS of the node. These Pods resolve no Service names. Set dnsPolicy to ClusterFirstWithHostNet, or to Default if they need none.',
  },
  pod(pod, report) {
    const { spec, at, object, containers } = pod;
    if (!spec.hostNetwork || spec.dnsPolicy !== 'ClusterFirst' || object.isStaticPod) return;
    if (isWindows(pod) || containers.some(isPatch)) return;
    report({
      at: object.isWritten(at.dnsPolicy) ? at.dnsPolicy : at.hostNetwork,
      message: 'node',
      fixes: [
        {
          title: 'Set dnsPolicy to "ClusterFirstWithHostNet"',
          safety: 'unsafe',
          changes: [set(at.dnsPolicy, 'ClusterFirstWithHostNet')],
        },
      ],
    });
  },
});
