import type { NodeId } from '../document.js';
import { follow, Kind, none, type Tree } from './tree.js';

/** Marks the end of an alias among the nodes still to be visited. */
const endOfAlias = -2;
const fewDecodes = 400_000;
const manyDecodes = 4_000_000;

/**
 * True where go-yaml refuses a document for what its aliases would unfold to (decode.go, unmarshal and
 * allowedAliasRatio):
 * it counts every node it decodes, and those reached through an alias again.
 */
export function hasExcessiveAliases(tree: Tree): boolean {
  if (tree.targets.size === 0 || tree.root === none) return false;
  const pending: NodeId[] = [tree.root];
  let decodes = 1;
  let aliasDecodes = 0;
  let depth = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === endOfAlias) {
      depth--;
      continue;
    }
    decodes++;
    if (depth > 0) aliasDecodes++;
    if (aliasDecodes > 100 && decodes > 1000 && aliasDecodes / decodes > allowedRatio(decodes)) return true;
    if (tree.kinds[node] === Kind.alias) {
      depth++;
      pending.push(endOfAlias);
    }
    pushDecoded(tree, node, pending);
  }
  return false;
}

function allowedRatio(decodes: number): number {
  if (decodes <= fewDecodes) return 0.99;
  if (decodes >= manyDecodes) return 0.1;
  return 0.99 - 0.89 * ((decodes - fewDecodes) / (manyDecodes - fewDecodes));
}

/** What is decoded right below a node: the target of an alias, items, keys and values, what merge keys name. */
function pushDecoded(tree: Tree, node: NodeId, pending: NodeId[]): void {
  if (tree.kinds[node] === Kind.alias) {
    const target = follow(tree, node);
    if (target !== none) pending.push(target);
    return;
  }
  for (const child of tree.children[node] ?? []) {
    pending.push(child);
    const key = tree.keyNodes[child]!;
    if (key !== none) pending.push(key);
  }
  for (const value of tree.merges.get(node) ?? []) {
    if (tree.kinds[value] !== Kind.sequence) pending.push(value);
    else for (const item of tree.children[value]!) pending.push(item);
  }
}
