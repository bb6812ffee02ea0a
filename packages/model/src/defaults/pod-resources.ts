import { own } from '@podlint/plain';
import type { Quantity } from '../quantity.js';
import { aggregateContainerLimits, aggregateContainerRequests } from '../resources/aggregate.js';
import { isHugePages, isOvercommitAllowed, isPodLevelResource, type ResourceList } from '../resources/resource-list.js';
import type { Decoded, core } from '../types.js';
import type { Defaulting } from './defaulting.js';
import { fill, isEmpty } from './fill.js';

type PodSpec = Decoded<core.PodSpec>;
type Resources = Decoded<core.ResourceRequirements>;

/**
 * Resources of the Pod as a whole: the half that is not written follows from the containers and from the other half.
 * pkg/apis/core/v1/defaults.go as of 1.34, the first version in which the gate PodLevelResources is on.
 */
export function defaultPodResources(spec: PodSpec, resources: Resources, defaulting: Defaulting): void {
  if (!isEmpty(resources.limits) || !isEmpty(resources.requests)) defaultHugePageLimits(spec, resources, defaulting);
  if (!isEmpty(resources.limits)) defaultPodRequests(spec, resources, defaulting);
}

/** defaultHugePagePodLimits. */
function defaultHugePageLimits(spec: PodSpec, resources: Resources, defaulting: Defaulting): void {
  const why = 'what the containers may use together';
  for (const [name, limit] of aggregateContainerLimits(spec)) {
    if (isHugePages(name) && !has(resources.requests, name))
      fillAmount(resources, 'limits', name, limit, why, defaulting);
  }
}

/** defaultPodRequests. */
function defaultPodRequests(spec: PodSpec, resources: Resources, defaulting: Defaulting): void {
  for (const [name, request] of aggregateContainerRequests(spec)) {
    if (isPodLevelResource(name) && isOvercommitAllowed(name))
      fillAmount(resources, 'requests', name, request, 'what the containers request together', defaulting);
  }
  for (const name in resources.limits) {
    if (isPodLevelResource(name))
      fillAmount(
        resources,
        'requests',
        name,
        own(resources.limits, name),
        "as much as the Pod's limit, because nothing was requested",
        defaulting,
      );
  }
}

function fillAmount(
  resources: Resources,
  list: 'limits' | 'requests',
  name: string,
  amount: Quantity | string | undefined,
  why: string,
  defaulting: Defaulting,
): void {
  if (has(resources[list], name) || amount === undefined) return;
  fill((resources[list] ??= {}), name, String(amount), why, defaulting);
}

function has(list: ResourceList | undefined, name: string): boolean {
  return list !== undefined && Object.hasOwn(list, name);
}
