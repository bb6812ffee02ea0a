import type { FieldPath } from '@podlint/field-path';
import type { InspectedObject } from '../verdict/inspected.js';
import { podTemplateIn } from '../documents/pod-template.js';
import { nodeAt } from './locate.js';

/** The lists of a Pod that hold its containers. */
export const containerLists = ['containers', 'initContainers', 'ephemeralContainers'] as const;

const listNames: ReadonlySet<string | number> = new Set(containerLists);

/** The container that a field is in, if it is in one. */
export function containerOf(path: FieldPath): FieldPath | undefined {
  let outermost: FieldPath | undefined;
  for (let at = path; at.parent; at = at.parent)
    if (at.kind === 'index' && listNames.has(at.parent.segment)) outermost = at;
  return outermost;
}

/** The name of the container that a field is in, as it is written; undefined outside of the containers of a Pod. */
export function containerNameOf(
  { document, object }: Pick<InspectedObject, 'document' | 'object'>,
  path: FieldPath,
): string | undefined {
  const podTemplate = podTemplateIn(object);
  const container = podTemplate && containerOf(path);
  // Below the template: the spec, the list and the index.
  if (!object || !container || container.length !== podTemplate.length + 3) return undefined;
  const name = nodeAt(document, object.node, container.child('name'));
  return name === undefined ? undefined : (document.scalarText(name) ?? undefined);
}
