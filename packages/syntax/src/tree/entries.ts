import type { DuplicateKey, NodeId } from '../document.js';
import { follow, Kind, none, type Tree } from './tree.js';

/** Above so many keys a table finds the twins faster than comparing each with each. */
const smallMapping = 12;
/**
 * A limit for what merges of merges may copy; texts that need more are refused for their aliases anyway
 * (alias-limit.ts).
 */
const mergeBudget = 1_000_000;

/** Keeps track of which keys every closed mapping has, and which it got twice. */
export class Entries {
  readonly duplicates: DuplicateKey[] = [];
  private spent = 0;

  /** To be called when all entries of a mapping are in the tree, inner mappings first. */
  closeMapping(tree: Tree, mapping: NodeId): void {
    const merges = tree.merges.get(mapping);
    const values = tree.children[mapping]!;
    if (merges)
      this.merge(
        tree,
        mapping,
        [...values, ...merges].sort((a, b) => a - b),
      );
    else if (values.length > smallMapping) this.merge(tree, mapping, values);
    else this.compare(tree, mapping, values);
  }

  private compare(tree: Tree, mapping: NodeId, values: readonly NodeId[]): void {
    const { keys, keyTypes } = tree;
    for (let later = 1; later < values.length; later++) {
      const node = values[later]!;
      const key = keys[node];
      for (let earlier = later - 1; key !== undefined && earlier >= 0; earlier--) {
        const first = values[earlier]!;
        if (
          keys[first] === key &&
          (keyTypes.size === 0 || identityOf(tree, first, key) === identityOf(tree, node, key))
        ) {
          this.duplicates.push({ node, first, mapping });
          break;
        }
      }
    }
  }

  /**
   * Enters values one after the other, as go-yaml sets them: a later one replaces an earlier one, also one that a merge
   * brought.
   */
  private merge(tree: Tree, mapping: NodeId, values: readonly NodeId[]): void {
    const table = new Map<string, NodeId>();
    for (const value of values) {
      if (tree.merges.get(mapping)?.includes(value)) {
        for (const source of mergeSources(tree, value)) this.mergeFrom(tree, mapping, source, table);
      } else this.enter(tree, mapping, value, table);
    }
    tree.tables.set(mapping, table);
  }

  private mergeFrom(tree: Tree, mapping: NodeId, source: NodeId, table: Map<string, NodeId>): void {
    const values = tree.tables.get(source)?.values() ?? tree.children[source]!;
    for (const value of values) {
      if (this.spent++ > mergeBudget) return;
      this.enter(tree, mapping, value, table);
    }
  }

  private enter(tree: Tree, mapping: NodeId, node: NodeId, table: Map<string, NodeId>): void {
    const key = tree.keys[node];
    if (key === undefined) return;
    const identity = identityOf(tree, node, key);
    const first = table.get(identity);
    if (first !== undefined) this.duplicates.push({ node, first, mapping });
    table.set(identity, node);
  }
}

/**
 * Keys of different types are different keys, even where JSON writes them alike. NaN is not even the same as itself.
 */
function identityOf(tree: Tree, node: NodeId, key: string): string {
  const type = tree.keyTypes.get(node);
  if (type === 'float' && key === '.nan') return `${type}\u0000${node}`;
  return type === undefined ? key : `${type}\u0000${key}`;
}

/**
 * The mappings that a merge key brings in, in the order in which they are entered: of a list the last first, so that
 * the first wins (decode.go, merge).
 */
function mergeSources(tree: Tree, value: NodeId): NodeId[] {
  const isList = tree.kinds[value] === Kind.sequence;
  const items = isList ? [...tree.children[value]!].reverse() : [value];
  return items.map((item) => follow(tree, item)).filter((item) => item !== none && tree.kinds[item] === Kind.mapping);
}

/** The value that a mapping has under a key, its own or merged. Of twins the last. */
export function findEntry(tree: Tree, mapping: NodeId, key: string): NodeId | undefined {
  const table = tree.tables.get(mapping);
  if (table) return table.get(key) ?? findTyped(tree, table, key);
  const values = tree.children[mapping]!;
  for (let i = values.length - 1; i >= 0; i--) if (tree.keys[values[i]!] === key) return values[i];
  return undefined;
}

function findTyped(tree: Tree, table: ReadonlyMap<string, NodeId>, key: string): NodeId | undefined {
  if (tree.keyTypes.size === 0) return undefined;
  for (const node of table.values()) if (tree.keys[node] === key) return node;
  return undefined;
}

/** Every value that a mapping has, its own and merged ones, each key once. */
export function effectiveValues(tree: Tree, mapping: NodeId): Iterable<NodeId> {
  return tree.tables.get(mapping)?.values() ?? tree.children[mapping]!;
}
