import { none, type Tree } from './tree.js';

/** The arrays of a tree, of which each node has one place. */
export type Columns = Pick<
  Tree,
  'kinds' | 'styles' | 'starts' | 'ends' | 'parents' | 'keyNodes' | 'keys' | 'slots' | 'children' | 'cooked' | 'values'
>;

/** Columns that are longer go with their tree: a single large document is no reason to hold on to its memory. */
const mostKept = 1 << 16;

/**
 * Columns that no tree has any more, for the next one: arrays that grow anew for every document were a third of all
 * that a run allocates. What an earlier tree left in them is behind the end of the new one, or written over.
 */
let spare: Columns | undefined;

export function takeColumns(): Columns {
  const columns = spare ?? emptyColumns();
  spare = undefined;
  return columns;
}

/** Hands columns on to the next tree. */
export function giveBack(columns: Columns): void {
  if (columns.kinds.length <= mostKept) spare = columns;
}

/** The first nodes of the columns, in arrays of their own; the columns go to the next tree. */
export function copyColumns(columns: Columns, count: number): Columns {
  giveBack(columns);
  return {
    kinds: columns.kinds.slice(0, count),
    styles: columns.styles.slice(0, count),
    starts: columns.starts.slice(0, count),
    ends: columns.ends.slice(0, count),
    parents: columns.parents.slice(0, count),
    keyNodes: columns.keyNodes.slice(0, count),
    keys: columns.keys.slice(0, count),
    slots: columns.slots.slice(0, count),
    children: columns.children.slice(0, count),
    cooked: columns.cooked.slice(0, count),
    values: columns.values.slice(0, count),
  };
}

function emptyColumns(): Columns {
  return {
    kinds: [],
    styles: [],
    starts: [],
    ends: [],
    parents: [],
    keyNodes: [],
    keys: [],
    slots: [],
    children: [],
    cooked: [],
    values: [],
  };
}

/** A tree without nodes, in columns that may hold what another tree left in them. */
export function createTree(text: string, columns: Columns): Tree {
  const { kinds, styles, starts, ends, parents, keyNodes, keys, slots, children, cooked, values } = columns;
  return {
    text,
    kinds,
    styles,
    starts,
    ends,
    parents,
    keyNodes,
    keys,
    keyTypes: new Map(),
    slots,
    children,
    cooked,
    values,
    properties: new Map(),
    targets: new Map(),
    merges: new Map(),
    tables: new Map(),
    root: none,
  };
}
