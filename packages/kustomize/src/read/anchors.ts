import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { clearField } from '../node/fields.js';
import { copyNode, Kind, Tag, type YNode } from '../node/node.js';

/** Writes out aliases and merge keys (rnode.go, DeAnchor). What an alias stands for is copied, with its places. */
export function expandAnchors(node: YNode, within: ReadonlySet<YNode> = new Set()): YNode {
  if (node.anchor !== '') node.anchor = '';
  switch (node.kind) {
    case Kind.alias:
      return expandAlias(node, within);
    case Kind.mapping:
      mergeInto(node);
      break;
    case Kind.sequence:
      break;
    default:
      return node;
  }
  const inner = new Set(within).add(node);
  node.content = node.content.map((child) => (hasChildren(child) ? expandAnchors(child, inner) : plain(child)));
  return node;
}

function hasChildren(node: YNode): boolean {
  return node.kind !== Kind.scalar;
}

function plain(node: YNode): YNode {
  node.anchor = '';
  return node;
}

function expandAlias(node: YNode, within: ReadonlySet<YNode>): YNode {
  const { target } = node;
  if (!target || within.has(target))
    throw new BuildFailure('yaml', says['circular-anchor']({ name: node.value }), node.place);
  return copyNode(expandAnchors(target, within));
}

function isMergeKey(key: YNode): boolean {
  return key.tag === Tag.merge;
}

/** What the merge keys bring comes first, and the mapping's own fields override it (rnode.go, mergeAll). */
function mergeInto(node: YNode): void {
  const keys = node.content.filter((key, i) => i % 2 === 0 && isMergeKey(key));
  if (keys.length === 0) return;
  if (keys.length > 1) throw new BuildFailure('yaml', says['merge-keys'](), keys[1]!.place);
  const value = node.content[node.content.indexOf(keys[0]!) + 1]!;
  const sources = mergeSources(value);
  clearField(node, '<<');
  const merged = copyNode(node);
  for (const source of [...sources, node]) addFields(merged, copyNode(source));
  node.become(merged);
}

function mergeSources(value: YNode): YNode[] {
  switch (value.kind) {
    case Kind.mapping:
      return [value];
    case Kind.alias:
      if (value.target?.kind !== Kind.mapping) throw new BuildFailure('yaml', says['merge-alias'](), value.place);
      return [value.target];
    case Kind.sequence:
      return value.content
        .map((item) => {
          if (item.kind === Kind.sequence) throw new BuildFailure('yaml', says['merge-list'](), item.place);
          return mergeSources(item);
        })
        .reverse()
        .flat();
    default:
      throw new BuildFailure('yaml', says['merge-value'](), value.place);
  }
}

function addFields(into: YNode, from: YNode): void {
  for (let i = 0; i + 1 < from.content.length; i += 2) {
    const [key, value] = [from.content[i]!, from.content[i + 1]!];
    const at = into.content.findIndex((other, j) => j % 2 === 0 && other.value === key.value);
    if (at < 0) into.content.push(key, value);
    else into.content.splice(at, 2, key, value);
  }
}
