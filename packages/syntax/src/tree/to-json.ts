import { setOwn } from '@podlint/plain';
import type { JsonValue, NodeId, ScalarValue } from '../document.js';
import { effectiveValues } from './entries.js';
import { isOwnText, isResolved, resolveNode } from './resolve.js';
import { follow, Kind, none, scalarText, type Tree } from './tree.js';

type JsonObject = { [key: string]: JsonValue };
/** A collection whose entries are still to be filled in. */
type Pending = [node: NodeId, container: JsonValue[] | JsonObject];

/** A subtree as plain JSON, aliases written out. Without recursion: texts may nest ten thousand deep. */
export function toJson(tree: Tree, root: NodeId): JsonValue {
  const pending: Pending[] = [];
  const json = start(tree, root, pending);
  for (let next = pending.pop(); next; next = pending.pop()) fill(tree, next, pending);
  return json;
}

function start(tree: Tree, node: NodeId, pending: Pending[]): JsonValue {
  const at = follow(tree, node);
  if (at === none) return null;
  if (tree.kinds[at] === Kind.scalar) return scalarValue(tree, at);
  const container = tree.kinds[at] === Kind.sequence ? [] : {};
  pending.push([at, container]);
  return container;
}

function fill(tree: Tree, [node, container]: Pending, pending: Pending[]): void {
  if (Array.isArray(container)) for (const item of tree.children[node]!) container.push(start(tree, item, pending));
  else
    for (const value of effectiveValues(tree, node)) {
      const key = tree.keys[value];
      const json = start(tree, value, pending);
      if (key !== undefined) setOwn(container, key, json);
    }
}

/** The value of a scalar node, null where its tag does not fit its text. */
export function scalarValue(tree: Tree, node: NodeId): ScalarValue {
  const known = tree.values[node];
  if (known !== undefined) return known;
  const text = scalarText(tree, node);
  const value = isOwnText(tree, node, text) ? text : resolvedValue(tree, node);
  tree.values[node] = value;
  return value;
}

function resolvedValue(tree: Tree, node: NodeId): ScalarValue {
  const resolution = resolveNode(tree, node);
  return isResolved(resolution) ? resolution.value : null;
}
