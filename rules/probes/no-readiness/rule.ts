import { defineRule, itemAt, type Collected, type Collection, type PodView } from '@podlint/engine/rule';
import { addTo } from '@podlint/plain';
import { labelsMatch, type Decoded, type core } from '@podlint/model';
import { LabelIndex } from '../../kit/label-index.js';
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
    const servicesOf = servicesByPod(collected);
    for (const pod of collected) {
      const { object, facts } = pod;
      const services = servicesOf.get(pod) ?? [];
      for (const { name, list, index, ports } of facts.unready ?? []) {
        const served = firstServed(ports, services);
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

/** The Services that send requests to a Pod once it is ready. */
function servicesByPod(collected: readonly Collected<Facts>[]): ReadonlyMap<Collected<Facts>, readonly Service[]> {
  const services = collected.flatMap(({ object, facts }) => (facts.service ? { object, facts: facts.service } : []));
  const found = new Map<Collected<Facts>, Service[]>();
  if (services.length === 0) return found;
  const pods = new LabelIndex(
    collected.filter(({ facts }) => facts.unready),
    ({ object: { namespace }, facts: { labels } }) => ({ namespace, ...(labels && { labels }) }),
  );
  for (const service of services) {
    const { selector: matchLabels = {}, publishNotReadyAddresses } = service.facts;
    if (Object.keys(matchLabels).length === 0 || publishNotReadyAddresses) continue;
    for (const pod of pods.candidates(service.object.namespace, { matchLabels }))
      if (labelsMatch({ matchLabels }, pod.facts.labels)) addTo(found, pod, service);
  }
  return found;
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
