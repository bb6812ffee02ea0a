import { entryStart, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { InspectedFile, InspectedObject } from '../pipeline/inspect.js';
import type { Finding } from '../findings/finding.js';

/** A container or a whole object: a comment on its first line speaks of all of it. */
export interface Scope {
  readonly object: InspectedObject;
  /** Counted from 1. */
  readonly firstLine: number;
  /** Empty for the whole object. */
  readonly path: string;
  readonly range: Range;
}

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'];

export function scopesOf({ objects, lines }: InspectedFile): Scope[] {
  return objects.flatMap((inspected) => {
    const { document, object } = inspected;
    if (!object) return [];
    const scope = (node: NodeId, path: string): Scope => ({
      object: inspected,
      firstLine: lines.position(startOf(document, node)).line,
      path,
      range: document.rangeOf(node),
    });
    // The first line of a List speaks of its items.
    const list = object.item === undefined || document.root === undefined ? [] : [scope(document.root, '')];
    return [...list, scope(object.node, ''), ...containersOf(inspected).map(({ node, path }) => scope(node, path))];
  });
}

/** Whether a finding is about something in there, or, where an alias brings it, stands in there. */
export function isInScope(
  { object, path, range }: Omit<Scope, 'firstLine'>,
  found: InspectedObject,
  { path: at, range: place }: Finding,
): boolean {
  if (found !== object) return false;
  return path === '' || isBelow(at, path) || (range.start <= place.start && place.end <= range.end);
}

export function isBelow(path: string, prefix: string): boolean {
  return (
    path.startsWith(prefix) &&
    (path.length === prefix.length || path[prefix.length] === '.' || path[prefix.length] === '[')
  );
}

/** A list item starts with its dash. */
function startOf(document: YamlDocument, node: NodeId): number {
  const parent = document.parent(node);
  const dash = parent !== undefined && document.kind(parent) === 'sequence' ? entryStart(document, node) : undefined;
  return dash ?? document.rangeOf(node).start;
}

function containersOf({ document, object }: InspectedObject): { node: NodeId; path: string }[] {
  const { known } = object!.description;
  if (!known?.podTemplate) return [];
  const spec = [...known.podTemplate, 'spec'];
  return containerLists.flatMap((name) => {
    const list = [...spec, name].reduce<NodeId | undefined>(
      (node, key) => (node === undefined ? undefined : document.child(node, key)),
      object!.node,
    );
    if (list === undefined || document.kind(list) !== 'sequence') return [];
    return document.children(list).map((node, index) => ({ node, path: `${[...spec, name].join('.')}[${index}]` }));
  });
}
