import type { NodeId, YamlDocument } from '../document.js';
import { endOf, subtree } from './layout.js';

/** All entries written in a collection, those of merge keys too, in the order of the text. */
export function writtenEntries(document: YamlDocument, collection: NodeId): readonly NodeId[] {
  const merges = document.mergeValues(collection);
  const values = document.children(collection);
  return merges.length === 0 ? values : [...values, ...merges].sort((a, b) => a - b);
}

/** Which of the entries of its collection a node is. Nodes are numbered in the order of the text. */
export function placeAmong(entries: readonly NodeId[], node: NodeId): number {
  let [low, high] = [0, entries.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]! < node) low = middle + 1;
    else high = middle;
  }
  return entries[low] === node ? low : -1;
}

/** True for a mapping that is one item of a flow list and has no braces: `[a: b]`. */
export function isBarePair(document: YamlDocument, mapping: NodeId): boolean {
  return (
    document.kind(mapping) === 'mapping' &&
    document.style(mapping) === 'flow' &&
    document.text[document.rangeOf(mapping).start] !== '{'
  );
}

/** True if something has the key already, or brings it in. */
export function hasKey(document: YamlDocument, mapping: NodeId, key: string): boolean {
  return document.child(mapping, key) !== undefined;
}

/**
 * True if an entry of that name would meet another one by way of a merge key: the mapping brings others in, which may be
 * given the entry as well, or it is brought into one that has it.
 */
export function meetsInMerge(document: YamlDocument, mapping: NodeId, key: string): boolean {
  if (document.mergeValues(mapping).length > 0) return true;
  if (document.anchor(mapping) === undefined || document.root === undefined) return false;
  for (const user of subtree(document, document.root))
    if (hasKey(document, user, key) && mergedInto(document, user).includes(mapping)) return true;
  return false;
}

/** The mappings that a mapping's merge keys bring, one or a list of them. */
function mergedInto(document: YamlDocument, user: NodeId): (NodeId | undefined)[] {
  return document
    .mergeValues(user)
    .flatMap((value) => (document.kind(value) === 'sequence' ? document.children(value) : [value]))
    .map((value) => document.aliasTarget(value));
}

/** True where nothing is written, or null: a place that a collection can take. */
export function isNull(document: YamlDocument, node: NodeId): boolean {
  return document.aliasTarget(node) === undefined && document.kind(node) === 'scalar' && document.value(node) === null;
}

/** True if a value ends in a block scalar that keeps every blank line below it (`|+`). */
export function keepsBlankLines(document: YamlDocument, node: NodeId): boolean {
  let last = node;
  for (
    let next = writtenEntries(document, last).at(-1);
    next !== undefined && document.aliasTarget(last) === undefined;
    next = writtenEntries(document, last).at(-1)
  )
    last = next;
  return /^[|>]\d?\+/.test(document.text.slice(document.rangeOf(last).start, endOf(document, last)));
}
