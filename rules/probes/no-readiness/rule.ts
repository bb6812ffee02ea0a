import { labelsMatch, type Decoded, type core } from '@podlint/model';
import { defineRule, type ContainerView, type ObjectView, type ResourceView } from '@podlint/engine/rule';
import { canHaveProbes } from '../../kit/probes.js';
import { typed } from '../../kit/typed.js';

export default defineRule({
  id: 'probes/no-readiness',
  level: 'off',
  summary: 'A container behind a Service without a readinessProbe',
  messages: {
    missing:
      'Service "{service}" sends requests to port {port} of container "{name}", which has no readinessProbe: it counts as ready the moment it starts, and gets requests before the program listens. Add a readinessProbe.',
  },
  run({ objects, resources }, report) {
    const services = resources.filter(({ apiVersion, kindName }) => apiVersion === 'v1' && kindName === 'Service');
    if (services.length === 0) return;
    for (const object of objects) {
      for (const container of object.pod?.containers ?? []) {
        if (!container.value.ports?.length || container.value.readinessProbe || !canHaveProbes(container)) continue;
        const served = firstServed(
          container,
          services.filter((service) => selects(service, object)),
        );
        if (!served) continue;
        const { service, port } = served;
        report(object, {
          at: container.at.readinessProbe,
          message: 'missing',
          data: { name: container.name, service: service.name, port },
          related: [{ object: service, at: service.at.metadata.name, message: 'The Service that sends the requests.' }],
        });
      }
    }
  },
});

type ServiceSpec = Decoded<core.ServiceSpec>;

function specOf(service: ResourceView): ServiceSpec {
  return typed<core.Service>(service).value.spec ?? {};
}

function selects(service: ResourceView, { namespace, pod }: ObjectView): boolean {
  const { selector, publishNotReadyAddresses } = specOf(service);
  if (!selector || Object.keys(selector).length === 0 || publishNotReadyAddresses || service.namespace !== namespace)
    return false;
  return labelsMatch({ matchLabels: selector }, pod?.metadata.labels ?? {});
}

/** The first Service that sends something to a port of the container. */
function firstServed(
  { value }: ContainerView,
  services: readonly ResourceView[],
): { service: ResourceView; port: number } | undefined {
  for (const service of services) {
    for (const { port, targetPort = port } of specOf(service).ports ?? []) {
      const found = value.ports?.find(
        (declared) =>
          declared.containerPort === targetPort || (typeof targetPort === 'string' && declared.name === targetPort),
      );
      if (found?.containerPort !== undefined) return { service, port: found.containerPort };
    }
  }
  return undefined;
}
