import { defineRule, set, type ContainerView } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'pods/host-network-dns',
  level: 'warn',
  fix: 'unsafe',
  summary: 'A Pod on the network of its node that resolves no Service names',
  brief: 'resolves no Service names',
  ofWholePods: true,
  messages: {
    named:
      'With hostNetwork, dnsPolicy ClusterFirst uses the DNS of the node, which does not know "{service}". These Pods resolve no Service names. Set dnsPolicy to ClusterFirstWithHostNet.',
    node: 'With hostNetwork, dnsPolicy ClusterFirst uses the DNS of the node. These Pods resolve no Service names. Set dnsPolicy to ClusterFirstWithHostNet, or to Default if they need none.',
  },
  pod(pod, report) {
    const { spec, at, object, containers } = pod;
    if (!spec.hostNetwork || spec.dnsPolicy !== 'ClusterFirst' || object.isStaticPod) return;
    if (isWindows(pod) || containers.some(isPatch)) return;
    const service = containers.map(serviceIn).find((name) => name !== undefined);
    report({
      at: object.isWritten(at.dnsPolicy) ? at.dnsPolicy : at.hostNetwork,
      // Most agents of nodes ask for no Service.
      ...(service === undefined ? { message: 'node', level: 'info' } : { message: 'named', data: { service } }),
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

/** The first name in the DNS of the cluster that a container is given. */
function serviceIn({ value: { command = [], args = [], env = [] } }: ContainerView): string | undefined {
  const texts = [...command, ...args, ...env.map(({ value = '' }) => value)];
  return texts
    .filter((text) => text.includes('.svc'))
    .flatMap((text) => text.split(/[^\w.-]+/))
    .find(isServiceName);
}

/** A suffix alone, as proxies are told, is the name of nothing. */
function isServiceName(word: string): boolean {
  return !word.startsWith('.') && (word.includes('.svc.') || word.endsWith('.svc'));
}
