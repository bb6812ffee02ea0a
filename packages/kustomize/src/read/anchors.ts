import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { clearField } from '../node/fields.js';
import { copyNode, Kind, Tag, type YNode } from '../node/node.js';

/** What the aliases of one document may unfold to. Upstream has no limit, and runs out of memory. */
const mostNodes = 1_000_000;

/** Writes out aliases and merge keys (rnode.go, DeAnchor). What an alias stands for is copied, with its places. */
export function expandAnchors(node: YNode): YNode {
  return new Expansion().expand(node);
}

class Expansion {
  /** The collections that are being written out. */
  private readonly within = new Set<YNode>();
  private copied = 0;

  expand(node: YNode): YNode {
    node.anchor = '';
    if (node.kind === Kind.alias) return this.expandAlias(node);
    if (node.kind === Kind.scalar) return node;
    if (node.kind === Kind.mapping) this.completeMap(node);
    this.within.add(node);
    node.content = node.content.map((child) => this.expand(child));
    this.within.delete(node);
    return node;
  }

  private expandAlias(node: YNode): YNode {
    const { target } = node;
    if (!target || this.within.has(target))
      throw new BuildFailure('yaml', says['circular-anchor']({ name: node.value }), node.place);
    return this.copy(this.expand(target));
  }

  private copy(node: YNode): YNode {
    this.copied += sizeOf(node);
    if (this.copied > mostNodes) throw new BuildFailure('yaml', says['many-aliases'](), node.place);
    return copyNode(node);
  }

  /** What the merge keys bring comes first, and the mapping's own fields override it (rnode.go, mergeAll). */
  private completeMap(node: YNode): void {
    const sources = takeMergeSources(node);
    if (sources.length > 0) {
      const merged = this.copy(node);
      for (const source of [...sources, node]) addFields(merged, this.copy(source));
      node.become(merged);
    }
    repeatNullKeys(node);
  }
}

function sizeOf(node: YNode): number {
  return node.content.reduce((size, child) => size + sizeOf(child), 1);
}

/** What a mapping's merge key brings; the key goes. */
function takeMergeSources(node: YNode): YNode[] {
  const at = node.content.flatMap(({ tag }, i) => (i % 2 === 0 && tag === Tag.merge ? [i] : []));
  const [first, second] = at;
  if (first === undefined) return [];
  if (second !== undefined) throw new BuildFailure('yaml', says['merge-keys'](), node.content[second]?.place);
  const value = node.content[first + 1];
  const sources = value ? mergeSources(value) : [];
  clearField(node, '<<');
  return sources;
}

function mergeSources(value: YNode): YNode[] {
  switch (value.kind) {
    case Kind.mapping:
      return [value];
    case Kind.alias:
      if (value.target?.kind !== Kind.mapping) throw new BuildFailure('yaml', says['merge-alias'](), value.place);
      return [value.target];
    case Kind.sequence:
      return value.content.map(listedSources).reverse().flat();
    default:
      throw new BuildFailure('yaml', says['merge-value'](), value.place);
  }
}

function listedSources(item: YNode): YNode[] {
  if (item.kind === Kind.sequence) throw new BuildFailure('yaml', says['merge-list'](), item.place);
  return mergeSources(item);
}

function addFields(into: YNode, from: YNode): void {
  for (const [key, value] of pairsOf(from)) {
    const at = into.content.findIndex((other, i) => i % 2 === 0 && other.value === key.value);
    if (at < 0) into.content.push(key, value);
    else into.content.splice(at, 2, key, value);
  }
}

/**
 * A null key stands twice afterwards, which nothing takes that writes the object: upstream adds every field to a copy of
 * the mapping, and finds no key there that has no text (rnode.go, mergeAll).
 */
function repeatNullKeys(node: YNode): void {
  if (!node.content.some(({ tag }) => tag === Tag.null)) return;
  for (const [key, value] of pairsOf(node)) if (key.tag === Tag.null) node.content.push(copyNode(key), copyNode(value));
}

function pairsOf({ content }: YNode): (readonly [key: YNode, value: YNode])[] {
  return content.flatMap((key, i) => {
    const value = content[i + 1];
    return i % 2 === 0 && value ? [[key, value] as const] : [];
  });
}
