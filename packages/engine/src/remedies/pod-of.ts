import type { FieldPath } from '@podlint/field-path';

/** The lists of a Pod that hold its containers. */
export const containerLists = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** The container that a field is in, if it is in one. */
export function containerOf(path: FieldPath): FieldPath | undefined {
  return path.trail.find(
    ({ kind, holder }) => kind === 'index' && containerLists.some((list) => holder.segment === list),
  );
}

/** The spec of the Pod whose container a field is in. */
export function podOfContainer(path: FieldPath): FieldPath | undefined {
  return containerOf(path)?.holder.holder;
}

/** Whether a path ends in these names; `*` is any index. */
export function endsIn(path: FieldPath, ...names: readonly string[]): boolean {
  return names.toReversed().every((name, back) => {
    const at = path.ancestor(path.length - back);
    return name === '*' ? at.kind === 'index' : at.kind === 'field' && at.segment === name;
  });
}
