import type { Decoded, FieldPath, core } from '@podlint/model';

type PodSpec = Decoded<core.PodSpec>;

/** What containers of all three lists have in common. */
export type AnyContainer = Decoded<core.Container> | Decoded<core.EphemeralContainer>;

export type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/** In the order in which the server visits them (VisitContainersWithPath, pkg/apis/core/pods/helpers.go). */
export const containerLists: readonly ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];

/** A container and where it stands; `place(specPath)` makes the path, which most checks never need. */
export type ContainerVisitor = (container: AnyContainer, list: ContainerList, index: number) => void;

export function visitContainers(spec: PodSpec, visit: ContainerVisitor): void {
  for (const list of containerLists) {
    const containers = spec[list];
    if (!containers) continue;
    for (let i = 0; i < containers.length; i++) visit(containers[i]!, list, i);
  }
}

/** `spec.containers[0]` */
export function containerPath(specPath: FieldPath, list: ContainerList, index: number): FieldPath {
  return specPath.child(list).index(index);
}
