import type { FieldPath } from '@podlint/field-path';
import type { InspectedObject } from '../verdict/inspected.js';
import type { SourceObject } from '../documents/objects.js';
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

/** Kinds that are not Kubernetes' own may have pods anywhere. */
function isOfPod(object: SourceObject, container: FieldPath): boolean {
  const podTemplate = podTemplateIn(object);
  // Below the template: the spec, the list and the index.
  if (podTemplate) return container.length === podTemplate.length + 3;
  return object.description.status === 'other';
}

/** The name of the container that a field is in, as it is written; undefined outside of the containers of a Pod. */
export function containerNameOf(
  { document, object }: Pick<InspectedObject, 'document' | 'object'>,
  path: FieldPath,
): string | undefined {
  const container = containerOf(path);
  if (!object || !container || !isOfPod(object, container)) return undefined;
  const name = nodeAt(document, object.node, container.child('name'));
  return name === undefined ? undefined : (document.scalarText(name) ?? undefined);
}
