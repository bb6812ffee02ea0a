import { pushAll } from '@podlint/plain';
import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { keyFromJson, nodeFromJson } from './from-json.js';
import { Kind, mappingNode, Style, Tag, YNode } from './node.js';
import { toJson } from './to-json.js';

/**
 * The node that comes out when an object goes through JSON, as it does before and after a JSON patch (rnode.go,
 * MarshalJSON and UnmarshalJSON). Places and steps stay with what they belong to.
 */
export function canonical(node: YNode): YNode {
  // The whole first: what cannot be written as JSON is an error wherever it stands.
  toJson(node);
  return canonicalPart(node, node.style & Style.flow);
}

function canonicalPart(node: YNode, flow: number): YNode {
  const result = canonicalKind(node, flow | (node.style & Style.flow));
  result.putWith(node);
  result.steps = node.steps;
  return result;
}

function canonicalKind(node: YNode, flow: number): YNode {
  switch (node.kind) {
    case Kind.sequence: {
      const list = new YNode(Kind.sequence, Tag.seq);
      list.content = node.children.map((item) => canonicalPart(item, flow));
      return list;
    }
    case Kind.mapping:
      return canonicalMap(node, flow);
    case Kind.scalar:
      return nodeFromJson(jsonOfPart(node, flow));
    default:
      throw new BuildFailure('yaml', says.unwritable(), node.place);
  }
}

function jsonOfPart(node: YNode, flow: number) {
  if (flow === Style.plain) return toJson(node);
  const list = new YNode(Kind.sequence, Tag.seq);
  list.style = Style.flow;
  list.content = [node];
  return (toJson(list) as [ReturnType<typeof toJson>])[0];
}

function canonicalMap(node: YNode, flow: number): YNode {
  const map = mappingNode(Tag.map);
  const pairs: [YNode, YNode][] = [];
  const { children } = node;
  for (let i = 0; i + 1 < children.length; i += 2) {
    const key = children[i]!;
    const made = keyFromJson(key.value);
    made.putWith(key);
    pairs.push([made, canonicalPart(children[i + 1]!, flow)]);
  }
  pairs.sort(([a], [b]) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  for (const pair of pairs) pushAll(map.content, pair);
  return map;
}
