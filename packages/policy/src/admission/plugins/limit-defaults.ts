import { joinedFields, own, setOwn } from '@podlint/plain';
import type { Decoded, core } from '@podlint/model';
import type { Pod } from './plugin.js';

type Item = Decoded<core.LimitRangeItem>;
type Container = Decoded<core.Container>;
type ResourceList = Record<string, string>;

const annotation = 'kubernetes.io/limit-ranger';

/**
 * Gives containers what they leave out, and says so in an annotation, which holds what the last LimitRange filled in
 * (PodMutateLimitFunc).
 */
export function fillContainers(pod: Pod, items: readonly Item[]): void {
  const spec = (pod.spec ??= {});
  const ofContainers = items.filter(({ type }) => type === 'Container');
  const limits = joinedFields(ofContainers.map((item) => item.default));
  const requests = joinedFields(ofContainers.map((item) => item.defaultRequest));
  const notes = [
    ...(spec.containers ?? []).flatMap((container) => fill(container, 'container', requests, limits)),
    ...(spec.initContainers ?? []).flatMap((container) => fill(container, 'init container', requests, limits)),
  ];
  if (notes.length > 0)
    ((pod.metadata ??= {}).annotations ??= {})[annotation] = `LimitRanger plugin set: ${notes.join('; ')}`;
}

function fill(container: Container, what: string, requests: ResourceList, limits: ResourceList): readonly string[] {
  const resources = (container.resources ??= {});
  const filledLimits = fillList((resources.limits ??= {}), limits);
  const filledRequests = fillList((resources.requests ??= {}), requests);
  const note = (names: readonly string[], list: string): readonly string[] =>
    names.length === 0 ? [] : [`${names.toSorted().join(', ')} ${list} for ${what} ${container.name ?? ''}`];
  return [...note(filledRequests, 'request'), ...note(filledLimits, 'limit')];
}

/** The names of what was missing. */
function fillList(list: ResourceList, defaults: ResourceList): readonly string[] {
  const missing = Object.keys(defaults).filter((name) => !Object.hasOwn(list, name));
  for (const name of missing) {
    const amount = own(defaults, name);
    if (amount !== undefined) setOwn(list, name, amount);
  }
  return missing;
}
