import { FieldPath } from '@podlint/field-path';
import { Place } from './place.js';

/**
 * Whether an update of a Pod can break a level: another number of containers, another image, a new ephemeral container
 * (admission.go, isSignificantPodUpdate).
 */
export function isSignificantUpdate(object: object, oldObject: object): boolean {
  const [spec, oldSpec] = [object, oldObject].map((pod) => new Place(pod, FieldPath.root).at('spec')) as [Place, Place];
  return (
    ['containers', 'initContainers'].some((list) => isListChanged(spec.at(list).items, oldSpec.at(list).items)) ||
    isEphemeralChanged(spec.at('ephemeralContainers').items, oldSpec.at('ephemeralContainers').items)
  );
}

const imageOf = (container: Place | undefined): string => container?.at('image').text ?? '';

function isListChanged(containers: readonly Place[], old: readonly Place[]): boolean {
  return (
    containers.length !== old.length || containers.some((container, at) => imageOf(container) !== imageOf(old[at]))
  );
}

function isEphemeralChanged(containers: readonly Place[], old: readonly Place[]): boolean {
  return containers.some((container) => {
    const before = old.find((candidate) => candidate.at('name').text === container.at('name').text);
    return !before || imageOf(before) !== imageOf(container);
  });
}
