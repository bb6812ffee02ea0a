import { FieldPath } from '@podlint/field-path';
import { entryStart, type NodeId, type Range, type YamlDocument } from '@podlint/syntax';
import type { SourceObject } from '../documents/objects.js';
import { podTemplateIn } from '../documents/pod-template.js';
import { nodeAt } from '../findings/locate.js';
import type { InspectedFile } from '../verdict/inspected.js';

/** A container or a whole object: a comment on its first line speaks of all of it. */
export interface Scope {
  /** Which of the objects of the file. */
  readonly object: number;
  /** Counted from 1. */
  readonly firstLine: number;
  readonly path: FieldPath;
  readonly range: Range;
}

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'];

export function scopesOf({ objects, lines }: InspectedFile): Scope[] {
  return objects.flatMap(({ document, object }, position) => {
    if (!object) return [];
    const scope = (node: NodeId, path: FieldPath): Scope => ({
      object: position,
      firstLine: lines.position(startOf(document, node)).line,
      path,
      range: document.rangeOf(node),
    });
    // The first line of a List speaks of its items.
    const list = object.item === undefined || document.root === undefined ? [] : [scope(document.root, FieldPath.root)];
    return [
      ...list,
      scope(object.node, FieldPath.root),
      ...containersOf(document, object).map(({ node, path }) => scope(node, path)),
    ];
  });
}

/** A field whose value stands on the lines below its key: a comment beside the key speaks of the value. */
export type FieldScope = Pick<Scope, 'object' | 'range'>;

/** The field of an object whose key stands on a line. */
export function fieldOn(line: number, { objects, lines }: InspectedFile, position: number): FieldScope | undefined {
  const { document, object } = objects[position] ?? {};
  if (!document) return undefined;
  const lineOf = (offset: number): number => lines.position(offset).line;
  for (let node = object?.node; node !== undefined;) {
    const entry = lastFrom(document.children(node), (child) => lineOf(entryStartOf(document, child)) <= line);
    if (entry === undefined) return undefined;
    const range = document.rangeOf(entry);
    if (lineOf(entryStartOf(document, entry)) < line) node = entry;
    else
      return document.kind(entry) !== 'scalar' && lineOf(range.start) > line ? { object: position, range } : undefined;
  }
  return undefined;
}

function entryStartOf(document: YamlDocument, node: NodeId): number {
  return document.keyRange(node)?.start ?? startOf(document, node);
}

/** The last of some nodes for which something holds that holds for all before it. */
function lastFrom(nodes: readonly NodeId[], holds: (node: NodeId) => boolean): NodeId | undefined {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(nodes[middle]!)) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1];
}

/** A list item starts with its dash. */
function startOf(document: YamlDocument, node: NodeId): number {
  const parent = document.parent(node);
  const dash = parent !== undefined && document.kind(parent) === 'sequence' ? entryStart(document, node) : undefined;
  return dash ?? document.rangeOf(node).start;
}

function containersOf(document: YamlDocument, object: SourceObject): { node: NodeId; path: FieldPath }[] {
  const podTemplate = podTemplateIn(object);
  if (!podTemplate)
    return object.description.status === 'other' ? containersBelow(document, object.node, FieldPath.root) : [];
  return containerLists.flatMap((name) => {
    const path = FieldPath.root.below(podTemplate).child('spec', name);
    const list = nodeAt(document, object.node, path);
    if (list === undefined || document.kind(list) !== 'sequence') return [];
    return document.children(list).map((node, index) => ({ node, path: path.index(index) }));
  });
}

/** Kinds that are not Kubernetes' own may have pods anywhere. */
function containersBelow(document: YamlDocument, node: NodeId, path: FieldPath): { node: NodeId; path: FieldPath }[] {
  if (document.aliasTarget(node) !== undefined) return [];
  return document.children(node).flatMap((child) => {
    const key = document.key(child);
    const at = typeof key === 'number' ? path.index(key) : path.child(key ?? '');
    const isContainer = typeof key === 'number' && containerLists.includes(String(path.segment));
    return isContainer ? [{ node: child, path: at }] : containersBelow(document, child, at);
  });
}
