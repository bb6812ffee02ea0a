import type { Quantity } from '../quantity.js';
import type { Decoded, core } from '../types.js';
import { quantitiesOf, type ResourceList } from './resource-list.js';

type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;

/**
 * What all containers ask for together, sidecars and init containers included (component-helpers/resource/helpers.go,
 * AggregateContainerRequests).
 */
export function aggregateContainerRequests(spec: PodSpec): Map<string, Quantity> {
  return aggregated(spec, (container) => container.resources?.requests);
}

/** What all containers may use together, sidecars and init containers included (AggregateContainerLimits). */
export function aggregateContainerLimits(spec: PodSpec): Map<string, Quantity> {
  return aggregated(spec, (container) => container.resources?.limits);
}

/**
 * The containers and sidecars at once; or, if it takes more, one init container beside the sidecars that were started
 * before it.
 */
function aggregated(spec: PodSpec, listOf: (container: Container) => ResourceList | undefined): Map<string, Quantity> {
  const running = new Map<string, Quantity>();
  for (const container of spec.containers ?? []) add(running, quantitiesOf(listOf(container)));
  const sidecars = new Map<string, Quantity>();
  const starting = new Map<string, Quantity>();
  for (const container of spec.initContainers ?? []) {
    const list = quantitiesOf(listOf(container));
    if (container.restartPolicy === 'Always') {
      add(running, list);
      add(sidecars, list);
      raise(starting, sidecars);
    } else {
      add(list, sidecars);
      raise(starting, list);
    }
  }
  raise(running, starting);
  return running;
}

function add(total: Map<string, Quantity>, list: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of list) total.set(name, total.get(name)?.plus(quantity) ?? quantity);
}

function raise(most: Map<string, Quantity>, list: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of list) {
    const known = most.get(name);
    if (!known || quantity.compare(known) > 0) most.set(name, quantity);
  }
}
