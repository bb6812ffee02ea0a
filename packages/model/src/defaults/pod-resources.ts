import type { Quantity } from '../quantity.js';
import { aggregateContainerLimits, aggregateContainerRequests } from '../resources/aggregate.js';
import { isHugePages, isOvercommitAllowed, isPodLevelResource, type ResourceList } from '../resources/resource-list.js';
import type { Decoded, core } from '../types.js';
import { isEmpty } from './fill.js';
import type { Place } from './place.js';

type PodSpec = Decoded<core.PodSpec>;
type Resources = Decoded<core.ResourceRequirements>;

/**
 * Resources of the Pod as a whole: the half that is not written follows from the containers and from the other half.
 * pkg/apis/core/v1/defaults.go as of 1.34, the first version in which the gate PodLevelResources is on.
 */
export function defaultPodResources(spec: PodSpec, resources: Resources, place: Place | undefined): void {
  if (!isEmpty(resources.limits) || !isEmpty(resources.requests)) defaultHugePageLimits(spec, resources, place);
  if (!isEmpty(resources.limits)) defaultPodRequests(spec, resources, place);
}

/** defaultHugePagePodLimits. */
function defaultHugePageLimits(spec: PodSpec, resources: Resources, place: Place | undefined): void {
  const why = 'what the containers may use together';
  for (const [name, limit] of aggregateContainerLimits(spec)) {
    if (isHugePages(name) && !has(resources.requests, name)) fillAmount(resources, 'limits', name, limit, place, why);
  }
}

/** defaultPodRequests. */
function defaultPodRequests(spec: PodSpec, resources: Resources, place: Place | undefined): void {
  for (const [name, request] of aggregateContainerRequests(spec)) {
    if (isPodLevelResource(name) && isOvercommitAllowed(name))
      fillAmount(resources, 'requests', name, request, place, 'what the containers request together');
  }
  for (const name in resources.limits) {
    if (isPodLevelResource(name))
      fillAmount(
        resources,
        'requests',
        name,
        resources.limits[name],
        place,
        "as much as the Pod's limit, because nothing was requested",
      );
  }
}

function fillAmount(
  resources: Resources,
  list: 'limits' | 'requests',
  name: string,
  amount: Quantity | string | undefined,
  place: Place | undefined,
  why: string,
): void {
  if (has(resources[list], name) || amount === undefined) return;
  const text = String(amount);
  (resources[list] ??= {})[name] = text;
  place?.child(list).recordKey(name, text, why);
}

function has(list: ResourceList | undefined, name: string): boolean {
  return list !== undefined && Object.hasOwn(list, name);
}
