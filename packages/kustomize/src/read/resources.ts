import { says } from '../messages.js';
import { pushAll } from '@podlint/plain';
import type { JsonValue, Range } from '@podlint/syntax';
import { BuildFailure } from '../errors.js';
import { fieldOf } from '../node/fields.js';
import { isNilOrEmpty, Kind, Style, Tag, valueOf, type YNode } from '../node/node.js';
import { nodeFromJson } from '../node/from-json.js';
import { toJson } from '../node/to-json.js';
import type { TextSource } from '../origin/text-source.js';
import { readDocuments } from './documents.js';

/** The objects of a stream; lists of objects count as their items (factory.go, SliceFromBytes). */
export function readResources(text: string, range: Range, source: TextSource): YNode[] {
  return inlineLists(dropEmpty(readDocuments(text, range, source)));
}

/** Leaves out what is empty; what is no object is an error (factory.go, dropBadNodes). */
function dropEmpty(nodes: readonly YNode[]): YNode[] {
  const kept = nodes.filter((node) => !isNilOrEmpty(node));
  kept.forEach(demandIdentity);
  return kept;
}

/** An object needs a kind and a name; a list no name (rnode.go, GetValidatedMetadata). */
export function demandIdentity(node: YNode): void {
  const metadata = fieldOf(node, 'metadata');
  const kind = valueOf(fieldOf(node, 'kind'));
  if (kind === '') throw new BuildFailure('resource-shape', says['no-kind'](), node.place);
  if (kind.endsWith('List')) return;
  const name = fieldOf(metadata, 'name');
  if (isNilOrEmpty(name) || name!.value === '')
    throw new BuildFailure('resource-shape', says['no-name']({ kind }), node.place);
}

/** Every `...List` with items is replaced by them, behind what is there (factory.go, inlineAnyEmbeddedLists). */
function inlineLists(nodes: readonly YNode[]): YNode[] {
  const pending = [...nodes];
  const result: YNode[] = [];
  for (let node = pending.shift(); node; node = pending.shift()) {
    if (!valueOf(fieldOf(node, 'kind')).endsWith('List')) {
      result.push(node);
      continue;
    }
    const items = fieldOf(node, 'items');
    toJson(node);
    if (!items) result.push(node);
    else if (items.tag !== Tag.null) pushAll(pending, itemsOf(items));
  }
  return result;
}

function itemsOf(items: YNode): YNode[] {
  if (items.kind !== Kind.sequence) throw new BuildFailure('resource-shape', says['list-items'](), items.place);
  return dropEmpty(items.content.map((item) => asReadFromJson(item)));
}

/** An item goes through JSON text, in which everything is in brackets and quotes (convertObjectSliceToNodeSlice). */
function asReadFromJson(node: YNode): YNode {
  const result = flowNode(toJson(node));
  adoptPlaces(result, node);
  return result;
}

function flowNode(value: JsonValue): YNode {
  const node = nodeFromJson(value);
  toFlow(node);
  return node;
}

function toFlow(node: YNode): void {
  if (node.kind === Kind.scalar) node.style = node.tag === Tag.string ? Style.double : Style.plain;
  else node.style = Style.flow;
  node.content.forEach(toFlow);
}

/** Gives the nodes of a copy the places that their originals have. */
function adoptPlaces(copy: YNode, original: YNode): void {
  copy.putWith(original);
  if (copy.kind === Kind.sequence) copy.content.forEach((item, i) => adoptPlaces(item, original.children[i]!));
  if (copy.kind !== Kind.mapping) return;
  for (let i = 0; i + 1 < copy.content.length; i += 2) {
    const value = fieldOf(original, copy.content[i]!.value);
    if (value) adoptPlaces(copy.content[i + 1]!, value);
  }
}
