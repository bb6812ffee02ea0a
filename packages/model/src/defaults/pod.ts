import { isEnabled } from '../feature-gates.js';
import type { Decoded, core } from '../types.js';
import type { Minor } from '../versions.js';
import { fill, fillAbsent, type DefaultTable } from './fill.js';
import type { Place } from './place.js';
import { defaultPodResources } from './pod-resources.js';
import { defaultPodSpec } from './pod-spec.js';

type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;

const linkDefaults: DefaultTable<PodSpec> = [
  ['enableServiceLinks', true, 'every Service of the namespace is announced in environment variables'],
];

/** pkg/apis/core/v1/defaults.go, SetDefaults_Pod: what a Pod gets and a template does not; then what both get. */
export function defaultPod(pod: Decoded<core.Pod>, minor: Minor, place: Place | undefined): void {
  const spec = (pod.spec ??= {});
  const at = place?.child('spec');
  defaultRequests(spec.containers, at?.child('containers'));
  defaultRequests(spec.initContainers, at?.child('initContainers'));
  if (spec.resources && isEnabled('PodLevelResources', minor))
    defaultPodResources(spec, spec.resources, at?.child('resources'));
  fillAbsent(spec, linkDefaults, at);
  if (spec.hostNetwork) {
    defaultHostPorts(spec.containers, at?.child('containers'));
    defaultHostPorts(spec.initContainers, at?.child('initContainers'));
  }
  defaultPodSpec(spec, minor, at);
}

function defaultRequests(containers: readonly Container[] | undefined, place: Place | undefined): void {
  containers?.forEach(({ resources }, index) => {
    if (!resources?.limits) return;
    const at = place?.index(index).child('resources', 'requests');
    const requests = (resources.requests ??= {});
    for (const name in resources.limits) {
      const limit = resources.limits[name];
      if (limit === undefined || Object.hasOwn(requests, name)) continue;
      requests[name] = limit;
      at?.recordKey(name, limit, 'as much as the limit, because nothing was requested');
    }
  });
}

/** On the host's network a container's port is the host's. */
function defaultHostPorts(containers: readonly Container[] | undefined, place: Place | undefined): void {
  containers?.forEach((container, index) => {
    container.ports?.forEach((port, portIndex) => {
      const at = place?.index(index).child('ports').index(portIndex);
      if (!port.hostPort && port.containerPort)
        fill(port, 'hostPort', port.containerPort, at, "the container's port, because the pod uses the host's network");
    });
  });
}
