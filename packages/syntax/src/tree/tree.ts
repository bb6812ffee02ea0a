import type { NodeId, NodeStyle, ScalarValue } from '../document.js';
import type { ScalarType } from '../resolution.js';

export const Kind = { mapping: 0, sequence: 1, scalar: 2, alias: 3 } as const;
export const Style = { plain: 0, single: 1, double: 2, literal: 3, folded: 4, flow: 5, block: 6 } as const;
export const styleNames: readonly NodeStyle[] = [
  'plain',
  'single-quoted',
  'double-quoted',
  'literal',
  'folded',
  'flow',
  'block',
];

/** Stands for "no node" in the arrays. */
export const none = -1;

/** Anchor and tag before a node. */
export interface Properties {
  readonly start: number;
  readonly end: number;
  readonly anchor?: string | undefined;
  /** Written out (`tag:yaml.org,2002:str`); `!` for the tag that has nothing else. */
  readonly tag?: string | undefined;
}

/**
 * The nodes of one document, in arrays that share one index. Nodes stand in the order in which they start,
 * except that a mapping found by its first key's colon comes behind that key. A key is a node whose
 * `parents` is its mapping, and of which no sibling list knows.
 */
export interface Tree {
  /** Offset 0 of `starts` and `ends` in this text. */
  readonly text: string;
  readonly kinds: number[];
  readonly styles: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly parents: number[];
  /** Of a mapping's value: the node of its key. */
  readonly keyNodes: number[];
  /** Of a mapping's value: its key as JSON has it; undefined where the key has no such form. */
  readonly keys: (string | undefined)[];
  /** Of a mapping's value: the type of a key that is no string. */
  readonly keyTypes: Map<NodeId, ScalarType>;
  /** Place among the siblings, in the order of the text. */
  readonly slots: number[];
  /** Values or items of a collection; of a mapping without those of merge keys. Undefined for scalars and aliases. */
  readonly children: (number[] | undefined)[];
  /** Characters of a scalar where these are not simply its text between start and end. */
  readonly cooked: (string | undefined)[];
  readonly values: (ScalarValue | undefined)[];
  readonly properties: Map<NodeId, Properties>;
  /** Of aliases: the node they stand for, `none` for an unknown or a circular one. */
  readonly targets: Map<NodeId, NodeId>;
  /** Of mappings: the values of their merge keys. */
  readonly merges: Map<NodeId, NodeId[]>;
  /** Of mappings with merge keys and of large ones: the values by key (entries.ts). */
  readonly tables: Map<NodeId, Map<string, NodeId>>;
  root: NodeId;
}

/** The node itself, or what an alias stands for in the end; `none` if that is nothing. */
export function follow(tree: Tree, node: NodeId): NodeId {
  let at = node;
  while (at !== none && tree.kinds[at] === Kind.alias) at = tree.targets.get(at) ?? none;
  return at;
}

export function scalarText(tree: Tree, node: NodeId): string {
  return tree.cooked[node] ?? tree.text.slice(tree.starts[node], tree.ends[node]);
}
