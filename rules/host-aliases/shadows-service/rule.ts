import { defineRule, each, type Collection, type Field, type PodView, type RunObject } from '@podlint/engine/rule';
import type { Decoded, core } from '@podlint/model';
import { isLoopback } from '../../kit/addresses.js';

type Message = 'service' | 'cluster' | 'localhost' | 'named';

interface Options {
  readonly clusterDomain: string;
}

type HostAliases = readonly Decoded<core.HostAlias>[];

/** Pods with aliases, and Services. */
interface Facts {
  readonly hostAliases?: HostAliases;
  readonly isService?: true;
}

const aliasesAndServices: Collection<Facts> = {
  name: 'host-aliases',
  of({ apiVersion, kindName, judged }) {
    if (apiVersion === 'v1' && kindName === 'Service') return { isService: true };
    return judged?.pod && aliasesOf(judged.pod);
  },
  ofPod: aliasesOf,
};

function aliasesOf({ spec: { hostAliases } }: PodView): Facts | undefined {
  return hostAliases?.length ? { hostAliases } : undefined;
}

export default defineRule<Message, Options, Facts>({
  id: 'host-aliases/shadows-service',
  level: 'warn',
  summary: 'A hostname in hostAliases that already means a Service, the API server or the container itself',
  brief: 'hostname hides another one',
  messages: {
    service:
      'Hostname "{hostname}" hides Service "{service}" of namespace "{namespace}". Programs read /etc/hosts before DNS, so this Pod connects to "{ip}" and never to the Service. Choose another name, or change the Service.',
    cluster:
      'Hostname "{hostname}" belongs to the DNS of the cluster. Programs read /etc/hosts before DNS, so this Pod always connects to "{ip}". Choose another name.',
    localhost:
      'Hostname "{hostname}" has the address "{ip}", but "localhost" is always 127.0.0.1. The kubelet writes "127.0.0.1 localhost" above it, and programs take the first line. Choose another name.',
    named: 'The Service of that name.',
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
    for (const { hostname, ip, at } of hostnamesOf(pod.spec.hostAliases, pod.at.hostAliases)) {
      if (hostname === 'localhost') {
        if (!isLoopback(ip)) report({ at, message: 'localhost', data: { hostname, ip } });
      } else if (isOfCluster(hostname, clusterDomain)) report({ at, message: 'cluster', data: { hostname, ip } });
    }
  },
  collects: aliasesAndServices,
  run({ collected }, report, { clusterDomain }) {
    const services = collected.flatMap(({ object, facts }) => (facts.isService ? object : []));
    for (const { object, facts } of collected) {
      const aliases = object.podAt && hostnamesOf(facts.hostAliases, object.podAt.spec.hostAliases);
      for (const alias of aliases ?? []) {
        const found = isOfCluster(alias.hostname, clusterDomain) ? undefined : shadow(alias, object, services);
        if (found) report(object, found);
      }
    }
  },
});

interface NamedAlias {
  readonly hostname: string;
  readonly ip: string;
  readonly at: Field;
}

function hostnamesOf(aliases: HostAliases = [], at: Field<core.HostAlias[]>): NamedAlias[] {
  return each(aliases, at).flatMap(({ value: { ip = '', hostnames }, at: alias }) =>
    each(hostnames, alias.hostnames).map((hostname) => ({ hostname: hostname.value, ip, at: hostname.at })),
  );
}

function isOfCluster(hostname: string, clusterDomain: string): boolean {
  return (
    hostname === 'kubernetes' ||
    /^kubernetes\.default(?:\.svc)?$/.test(hostname) ||
    hostname === clusterDomain ||
    hostname.endsWith(`.${clusterDomain}`)
  );
}

function shadow({ hostname, ip, at }: NamedAlias, { namespace }: RunObject, services: readonly RunObject[]) {
  const service = services.find((candidate) => means(hostname, candidate, namespace));
  if (!service) return undefined;
  const data = { hostname, ip, service: service.name, namespace: service.namespace };
  const related = [{ object: service, at: service.at.metadata.name, message: 'named' as const }];
  return { at, message: 'service' as const, data, related };
}

/**
 * The search list of a Pod completes these names (generateSearchesForDNSClusterFirst, pkg/kubelet/network/dns/dns.go).
 */
function means(hostname: string, { name, namespace }: RunObject, from: string): boolean {
  return (
    (hostname === name && namespace === from) ||
    hostname === `${name}.${namespace}` ||
    hostname === `${name}.${namespace}.svc`
  );
}
