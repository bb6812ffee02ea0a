import { own } from '@podlint/plain';
import { defaultPodResources } from './defaults/pod-resources.js';
import { isEnabled } from './feature-gates.js';
import type { Quantity } from './quantity.js';
import { quantityIn, type ResourceList } from './resources/resource-list.js';
import type { Decoded, core } from './types.js';
import type { Minor } from './versions.js';

export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort';

type Resources = Decoded<core.ResourceRequirements>;
type Amounts = Map<string, Quantity>;

const countedResources = ['cpu', 'memory'];

/**
 * Who goes first when a node runs short: pkg/apis/core/v1/helper/qos/qos.go, ComputePodQOS, on the spec of a Pod, or of
 * a template, whose Pods will get the defaults that it has not itself: requests as high as the limits.
 * BestEffort asks for nothing; Guaranteed has limits of cpu and memory everywhere and requests just these; the rest is
 * Burstable.
 */
export function qosClass(spec: Decoded<core.PodSpec>, minor: Minor): QosClass {
  const requests: Amounts = new Map();
  const limits: Amounts = new Map();
  const isLimited =
    isEnabled('PodLevelResources', minor) && spec.resources
      ? addPodLevel(podLevel(spec, spec.resources, minor), requests, limits)
      : addContainers(spec, requests, limits);
  if (requests.size === 0 && limits.size === 0) return 'BestEffort';
  return isLimited && isEqual(requests, limits) ? 'Guaranteed' : 'Burstable';
}

/**
 * Both report whether what they added was limited in cpu and in memory. A Pod without any limits of its own passes, and
 * then has unequal requests.
 */
function addPodLevel(resources: Resources, requests: Amounts, limits: Amounts): boolean {
  add(requests, resources.requests);
  const limited = add(limits, resources.limits);
  return limited === countedResources.length || Object.keys(resources.limits ?? {}).length === 0;
}

/** The Pod's own resources with what follows from its containers'. */
function podLevel(spec: Decoded<core.PodSpec>, { limits, requests }: Resources, minor: Minor): Resources {
  const resources = { limits: { ...limits }, requests: { ...requests } };
  defaultPodResources(
    {
      ...spec,
      ...(spec.containers && { containers: spec.containers.map(withRequests) }),
      ...(spec.initContainers && { initContainers: spec.initContainers.map(withRequests) }),
    },
    resources,
    { minor },
  );
  return resources;
}

function withRequests(container: Decoded<core.Container>): Decoded<core.Container> {
  const { limits, requests } = container.resources ?? {};
  return limits ? { ...container, resources: { limits, requests: { ...limits, ...requests } } } : container;
}

function addContainers(
  { containers = [], initContainers = [] }: Decoded<core.PodSpec>,
  requests: Amounts,
  limits: Amounts,
): boolean {
  let isLimited = true;
  for (const { resources } of [...containers, ...initContainers]) {
    add(requests, resources?.requests, resources?.limits);
    if (add(limits, resources?.limits) < countedResources.length) isLimited = false;
  }
  return isLimited;
}

/**
 * Adds cpu and memory where they are more than nothing; says for how many of the two that was so. `otherwise` has what
 * the list leaves out.
 */
function add(total: Amounts, list: ResourceList | undefined, otherwise?: ResourceList): number {
  let added = 0;
  for (const name of countedResources) {
    const quantity = quantityIn(own(list, name) === undefined ? otherwise : list, name);
    if (quantity?.sign !== 1) continue;
    total.set(name, total.get(name)?.plus(quantity) ?? quantity);
    added++;
  }
  return added;
}

function isEqual(requests: Amounts, limits: Amounts): boolean {
  return (
    requests.size === limits.size && [...requests].every(([name, request]) => limits.get(name)?.compare(request) === 0)
  );
}
