import { defineRule, type PodView, type ResourceView } from '@podlint/engine/rule';
import { isLoopback } from '../../kit/addresses.js';
import { namedAliases } from '../../kit/host-aliases.js';

type Message = 'service' | 'cluster' | 'localhost';

interface Options {
  readonly clusterDomain: string;
}

export default defineRule<Message, Options>({
  id: 'host-aliases/shadows-service',
  level: 'warn',
  summary: 'A hostname in hostAliases that already means a Service, the API server or the container itself',
  messages: {
    service:
      'Hostname "{hostname}" is the name of Service "{service}" in namespace "{namespace}". /etc/hosts is asked before DNS, so this Pod connects to "{ip}" and never to the Service. Choose another name, or change the Service.',
    cluster:
      'Hostname "{hostname}" belongs to the DNS of the cluster. /etc/hosts is asked before DNS, so this Pod connects to "{ip}" whatever the cluster says. Choose another name.',
    localhost:
      'Hostname "{hostname}" is given the address "{ip}", but the kubelet writes "127.0.0.1 localhost" above it, which programs take first. Choose another name.',
  },
  options: {
    schema: {
      type: 'object',
      properties: {
        clusterDomain: {
          type: 'string',
          description: 'The domain of the cluster, as the kubelets are told by clusterDomain.',
        },
      },
      additionalProperties: false,
    },
    defaults: { clusterDomain: 'cluster.local' },
  },
  pod(pod, report, { clusterDomain }) {
    for (const { hostname, ip, at } of namedAliases(pod)) {
      if (hostname === 'localhost') {
        if (!isLoopback(ip)) report({ at, message: 'localhost', data: { hostname, ip } });
      } else if (isOfCluster(hostname, clusterDomain)) report({ at, message: 'cluster', data: { hostname, ip } });
    }
  },
  run(run, report, { clusterDomain }) {
    const withAliases = run.objects.flatMap(({ pod }) => (pod?.spec.hostAliases?.length ? [pod] : []));
    if (withAliases.length === 0) return;
    const services = run.resources.filter(({ apiVersion, kindName }) => apiVersion === 'v1' && kindName === 'Service');
    for (const pod of withAliases)
      for (const found of shadowsIn(pod, services, clusterDomain)) report(pod.object, found);
  },
});

function isOfCluster(hostname: string, clusterDomain: string): boolean {
  return (
    hostname === 'kubernetes' ||
    /^kubernetes\.default(?:\.svc)?$/.test(hostname) ||
    hostname === clusterDomain ||
    hostname.endsWith(`.${clusterDomain}`)
  );
}

function shadowsIn(pod: PodView, services: readonly ResourceView[], clusterDomain: string) {
  return namedAliases(pod).flatMap(({ hostname, ip, at }) => {
    const service = isOfCluster(hostname, clusterDomain)
      ? undefined
      : services.find((candidate) => means(hostname, candidate, pod.object.namespace));
    if (!service) return [];
    const data = { hostname, ip, service: service.name, namespace: service.namespace };
    return [
      {
        at,
        message: 'service' as const,
        data,
        related: [{ object: service, at: service.at.metadata.name, message: 'The Service of that name.' }],
      },
    ];
  });
}

/**
 * The search list of a Pod completes these names (generateSearchesForDNSClusterFirst, pkg/kubelet/network/dns/dns.go).
 */
function means(hostname: string, { name, namespace }: ResourceView, from: string): boolean {
  return (
    (hostname === name && namespace === from) ||
    hostname === `${name}.${namespace}` ||
    hostname === `${name}.${namespace}.svc`
  );
}
