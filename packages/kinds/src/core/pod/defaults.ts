import { own } from '@podlint/plain';
import { type Decoded, type core, isEnabled } from '@podlint/model';
import {
  type DefaultTable,
  type Defaulting,
  defaultPodResources,
  defaultPodSpec,
  fill,
  fillAbsent,
} from '@podlint/model/defaults';

type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;

const linkDefaults: DefaultTable<PodSpec> = [
  ['enableServiceLinks', true, 'every Service of the namespace is announced in environment variables'],
];

/** pkg/apis/core/v1/defaults.go, SetDefaults_Pod: what a Pod gets and a template does not; then what both get. */
export function defaultPod(pod: Decoded<core.Pod>, defaulting: Defaulting): void {
  const spec = (pod.spec ??= {});
  defaultRequests(spec.containers, defaulting);
  defaultRequests(spec.initContainers, defaulting);
  if (spec.resources && isEnabled('PodLevelResources', defaulting.minor))
    defaultPodResources(spec, spec.resources, defaulting);
  fillAbsent(spec, linkDefaults, defaulting);
  if (spec.hostNetwork) {
    defaultHostPorts(spec.containers, defaulting);
    defaultHostPorts(spec.initContainers, defaulting);
  }
  defaultPodSpec(spec, defaulting);
}

function defaultRequests(containers: readonly Container[] | undefined, defaulting: Defaulting): void {
  containers?.forEach(({ resources }) => {
    if (!resources?.limits) return;
    const requests = (resources.requests ??= {});
    for (const name in resources.limits) {
      const limit = own(resources.limits, name);
      if (limit !== undefined && !Object.hasOwn(requests, name))
        fill(requests, name, limit, 'as much as the limit, because nothing was requested', defaulting);
    }
  });
}

/** On the host's network a container's port is the host's. */
function defaultHostPorts(containers: readonly Container[] | undefined, defaulting: Defaulting): void {
  const why = "the container's port, because the pod uses the host's network";
  containers?.forEach(({ ports }) => {
    ports?.forEach((port) => {
      if (!port.hostPort && port.containerPort) fill(port, 'hostPort', port.containerPort, why, defaulting);
    });
  });
}
