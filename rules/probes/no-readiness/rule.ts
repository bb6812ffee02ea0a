import { defineRule, itemAt, type Collected, type Collection, type PodView } from '@podlint/engine/rule';
import { labelsMatch, type Decoded, type core } from '@podlint/model';
import { canHaveProbes, possibleProbes } from '../../kit/probes.js';
import { serviceFacts, type ServiceFacts } from '../../kit/services.js';

type ContainerPort = Decoded<core.ContainerPort>;

/** A container that a Service could send requests to before its program listens. */
interface Unready {
  readonly name: string;
  readonly list: 'initContainers' | 'containers';
  readonly index: number;
  readonly ports: readonly ContainerPort[];
}

interface Facts {
  readonly service?: ServiceFacts;
  readonly labels?: Readonly<Record<string, string>>;
  readonly unready?: readonly Unready[];
}

const servicesAndPods: Collection<Facts> = {
  name: 'readiness',
  of(resource) {
    const service = serviceFacts(resource);
    if (service) return { service };
    return resource.judged?.pod && unreadyIn(resource.judged.pod);
  },
  ofPod: unreadyIn,
};

function unreadyIn(pod: PodView): Facts | undefined {
  const unready = pod.containers.flatMap((container): Unready[] => {
    const { ports, readinessProbe } = container.value;
    if (!ports?.length || readinessProbe || !canHaveProbes(container)) return [];
    const list = container.role === 'sidecar' ? 'initContainers' : 'containers';
    const index = (pod.spec[list] ?? []).indexOf(container.value);
    return [{ name: container.name, list, index, ports }];
  });
  return unready.length === 0 ? undefined : { labels: pod.metadata.labels ?? {}, unready };
}

export default defineRule<'missing' | 'service', unknown, Facts>({
  id: 'probes/no-readiness',
  level: 'off',
  hasChoices: true,
  summary: 'A container behind a Service without a readinessProbe',
  brief: 'no readinessProbe',
  messages: {
    missing:
      'Container "{name}" is behind Service "{service}" but has no readinessProbe. It counts as ready the moment it starts, and gets requests on port {port} before the program listens. Add a readinessProbe.',
    service: 'The Service that sends the requests.',
  },
  unset: ['missing'],
  collects: servicesAndPods,
  run({ collected }, report) {
    const services = collected.flatMap(({ object, facts }) => (facts.service ? { object, facts: facts.service } : []));
    for (const { object, facts } of collected) {
      const { labels, unready = [] } = facts;
      const serving = services.filter((service) => selects(service, object.namespace, labels));
      for (const { name, list, index, ports } of unready) {
        const served = firstServed(ports, serving);
        if (!served || !object.podAt) continue;
        const { service, port } = served;
        const at = itemAt(object.podAt.spec[list], index).readinessProbe;
        report(object, {
          at,
          message: 'missing',
          data: { name, service: service.name, port },
          choices: () => possibleProbes(at, ports),
          related: [{ object: service, at: service.at.metadata.name, message: 'service' }],
        });
      }
    }
  },
});

type Service = Collected<ServiceFacts>;

function selects({ object, facts }: Service, namespace: string, labels: Facts['labels']): boolean {
  const { selector = {}, publishNotReadyAddresses } = facts;
  if (Object.keys(selector).length === 0 || publishNotReadyAddresses || object.namespace !== namespace) return false;
  return labelsMatch({ matchLabels: selector }, labels ?? {});
}

/** The first Service that sends something to one of the ports. */
function firstServed(
  declared: readonly ContainerPort[],
  services: readonly Service[],
): { service: Service['object']; port: number } | undefined {
  for (const { object, facts } of services) {
    for (const { port, targetPort = port } of facts.ports ?? []) {
      const found = declared.find(
        ({ containerPort, name }) =>
          containerPort === targetPort || (typeof targetPort === 'string' && name === targetPort),
      );
      if (found?.containerPort !== undefined) return { service: object, port: found.containerPort };
    }
  }
  return undefined;
}
