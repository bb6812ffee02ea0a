import type { FieldPath } from '@podlint/field-path';
import type { PodPart } from '@podlint/kinds';
import { kinds } from '@podlint/model';
import type { NodeId, YamlDocument } from '@podlint/syntax';
import { fieldAlong } from '@podlint/schema';

/** Something in a Pod that has a name. */
export interface NamedPart {
  readonly name: string;
  /** The value of the field that gives the name. */
  readonly node: NodeId;
  /** What has the name: the item of a list. */
  readonly item: NodeId;
}

/** An object's type and node, and a path in it. */
export interface PathInObject {
  readonly document: YamlDocument;
  readonly root: NodeId;
  readonly type: string;
  readonly path: FieldPath;
}

/** The innermost value of a definition on the way down a path. */
export function nodeOfType({ document, root, type, path }: PathInObject, wanted: string): NodeId | undefined {
  const found = path.trail.findLast((at) => {
    const field = fieldAlong({ type }, at);
    return field?.type === wanted && field.shape === undefined;
  });
  return found && descend(document, root, found.segments);
}

/** What is under some keys, one below the other. */
export function descend(document: YamlDocument, from: NodeId, keys: FieldPath['segments']): NodeId | undefined {
  return keys.reduce<NodeId | undefined>(
    (node, key) => (node === undefined ? undefined : document.child(node, key)),
    from,
  );
}

/** The spec of the Pod that a path is in, or of the one that the object's template makes. */
export function podSpecAround(place: PathInObject): NodeId | undefined {
  return nodeOfType(place, 'core.v1.PodSpec') ?? podSpecOf(place);
}

export function podSpecOf({ document, root, type }: Omit<PathInObject, 'path'>): NodeId | undefined {
  if (type === 'core.v1.PodSpec') return root;
  const podTemplate = kinds.find(({ definition }) => definition === type)?.podTemplate;
  return podTemplate && descend(document, root, [...podTemplate, 'spec']);
}

export const containerLists = ['containers', 'initContainers', 'ephemeralContainers'] as const;

export function containersOf(document: YamlDocument, spec: NodeId): NodeId[] {
  return containerLists.flatMap((list) => itemsAt(document, spec, list));
}

/** The items of a list. */
export function itemsAt(document: YamlDocument, node: NodeId, name: string): readonly NodeId[] {
  const list = document.child(node, name);
  return list !== undefined && document.kind(list) === 'sequence' ? document.children(list) : [];
}

export function namedItems(document: YamlDocument, items: readonly NodeId[], field = 'name'): NamedPart[] {
  return items.flatMap((item) => {
    const node = document.child(item, field);
    const name = node === undefined ? undefined : document.scalarText(node);
    return node === undefined || !name ? [] : [{ name, node, item }];
  });
}

/** Everything in a Pod that can be referred to as that. */
export function podParts(document: YamlDocument, spec: NodeId, what: PodPart): NamedPart[] {
  switch (what) {
    case 'volume':
      return namedItems(document, itemsAt(document, spec, 'volumes'));
    case 'container':
      return namedItems(document, containersOf(document, spec));
    case 'port':
      return containersOf(document, spec).flatMap((container) =>
        namedItems(document, itemsAt(document, container, 'ports')),
      );
    case 'resource claim':
      return namedItems(document, itemsAt(document, spec, 'resourceClaims'));
  }
}
