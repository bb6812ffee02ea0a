import type { Place } from './place.js';

/** A Pod, or the template of Pods in a controller, with the server's defaults. */
export interface Subject {
  readonly metadata: Place;
  readonly spec: Place;
}

/** All containers: init, main and ephemeral (visitor.go, visitContainers). */
export function containersOf({ spec }: Subject): readonly Place[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) => spec.at(list).items);
}

/** A security context of the Pod and those of its containers. */
export function securityContextsOf(subject: Subject): readonly Place[] {
  return [subject.spec.at('securityContext'), ...containerContextsOf(subject)];
}

export function containerContextsOf(subject: Subject): readonly Place[] {
  return containersOf(subject).map((container) => container.at('securityContext'));
}

/** From 1.25 on some checks leave Pods alone that say they run on Windows, where these fields have no meaning. */
export function isWindows({ spec }: Subject): boolean {
  return spec.at('os', 'name').value === 'windows';
}

/** A Pod in a user namespace of its own; its root is nobody on the node. From 1.35 on some checks let it be root. */
export function isInUserNamespace({ spec }: Subject): boolean {
  return spec.at('hostUsers').value === false;
}
