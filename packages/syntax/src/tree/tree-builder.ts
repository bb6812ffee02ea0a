import { addTo } from '@podlint/plain';
import type { NodeId } from '../document.js';
import { keyOf } from '../keys.js';
import type { NodeHandler } from '../reader/node-handler.js';
import { mergeTag } from '../scalars.js';
import { copyColumns, createTree, giveBack, takeColumns, type Columns } from './columns.js';
import { Entries } from './entries.js';
import { isOwnText, isResolved, resolveNode } from './resolve.js';
import { follow, Kind, none, scalarText, Style, type Properties, type Tree } from './tree.js';

/** Makes a tree of what a reader tells of a document. */
export class TreeBuilder implements NodeHandler {
  private readonly tree: Tree;
  /** Aliases without an anchor before them, and those that stand inside what they stand for. */
  readonly unknownAliases: NodeId[] = [];
  readonly circularAliases: NodeId[] = [];
  readonly entries = new Entries();
  /** Where the text goes on behind the end of the document. */
  restStart: number | undefined;
  private readonly anchors = new Map<string, NodeId>();
  /** The collections that are not closed yet, and for each the key that waits for its value. */
  private readonly open: NodeId[] = [];
  private readonly waitingKeys: NodeId[] = [];

  /** Undefined once the tree has columns of its own. */
  private columns: Columns | undefined = takeColumns();
  private count = 0;

  constructor(text: string) {
    this.tree = createTree(text, this.columns!);
  }

  /** Ends the building of a tree that nobody will ask for. */
  abandon(): void {
    if (this.columns) giveBack(this.columns);
    this.columns = undefined;
  }

  openMapping(start: number, style: number, properties?: Properties): void {
    this.openCollection(Kind.mapping, start, style, properties);
  }

  openSequence(start: number, style: number, properties?: Properties): void {
    this.openCollection(Kind.sequence, start, style, properties);
  }

  /** Ends the innermost open collection; a block collection ends with its last entry. */
  close(end?: number): void {
    const node = this.open.pop();
    const key = this.waitingKeys.pop();
    if (node === undefined) return;
    const { tree } = this;
    if (key !== none && key !== undefined) this.extend(node, tree.ends[key]!);
    if (end !== undefined) tree.ends[node] = end;
    if (tree.kinds[node] === Kind.mapping) this.entries.closeMapping(tree, node);
    const parent = tree.parents[node]!;
    if (parent !== none) this.extend(parent, tree.ends[node]!);
  }

  /** Ends whatever is still open, and gives the tree columns of its own: no node can be added behind that. */
  finish(): Tree {
    while (this.open.length > 0) this.close();
    if (this.columns) Object.assign(this.tree, copyColumns(this.columns, this.count));
    this.columns = undefined;
    return this.tree;
  }

  scalar(start: number, end: number, style: number, cooked?: string, properties?: Properties): void {
    const node = this.add(Kind.scalar, start, style, properties);
    this.tree.ends[node] = end;
    this.tree.cooked[node] = cooked;
    this.attach(node);
  }

  alias(start: number, end: number, name: string): void {
    const node = this.add(Kind.alias, start, Style.plain);
    this.tree.ends[node] = end;
    this.tree.targets.set(node, this.targetOf(node, name));
    this.attach(node);
  }

  private targetOf(alias: NodeId, name: string): NodeId {
    const target = this.anchors.get(name);
    if (target === undefined) this.unknownAliases.push(alias);
    else if (this.open.includes(target)) this.circularAliases.push(alias);
    else return target;
    return none;
  }

  private openCollection(kind: number, start: number, style: number, properties?: Properties): void {
    const node = this.add(kind, start, style, properties);
    this.tree.children[node] = [];
    this.attach(node);
    this.open.push(node);
    this.waitingKeys.push(none);
  }

  private add(kind: number, start: number, style: number, properties?: Properties): NodeId {
    const { tree } = this;
    const node = this.count++;
    tree.kinds[node] = kind;
    tree.styles[node] = style;
    tree.starts[node] = start;
    tree.ends[node] = start;
    tree.parents[node] = none;
    tree.keyNodes[node] = none;
    tree.keys[node] = undefined;
    tree.slots[node] = 0;
    tree.children[node] = undefined;
    tree.cooked[node] = undefined;
    tree.values[node] = undefined;
    if (properties) {
      tree.properties.set(node, properties);
      if (properties.anchor !== undefined) this.anchors.set(properties.anchor, node);
    }
    return node;
  }

  private attach(node: NodeId): void {
    const { tree } = this;
    const depth = this.open.length - 1;
    if (depth < 0) {
      if (tree.root === none) tree.root = node;
      return;
    }
    const parent = this.open[depth]!;
    tree.parents[node] = parent;
    if (tree.kinds[parent] === Kind.sequence) this.append(parent, node);
    else this.attachToMapping(parent, node, depth);
    this.extend(parent, tree.ends[node]!);
  }

  private attachToMapping(mapping: NodeId, node: NodeId, depth: number): void {
    const key = this.waitingKeys[depth]!;
    if (key === none) {
      this.waitingKeys[depth] = node;
      return;
    }
    this.waitingKeys[depth] = none;
    this.tree.keyNodes[node] = key;
    if (this.isMergeKey(key)) this.addMerge(mapping, node);
    else {
      this.readKey(node, key);
      this.append(mapping, node);
    }
  }

  private append(parent: NodeId, node: NodeId): void {
    const siblings = this.tree.children[parent]!;
    this.tree.slots[node] = siblings.length;
    siblings.push(node);
  }

  private addMerge(mapping: NodeId, node: NodeId): void {
    const { keys, merges } = this.tree;
    keys[node] = '<<';
    addTo(merges, mapping, node);
  }

  private readKey(node: NodeId, keyNode: NodeId): void {
    const { tree } = this;
    const at = follow(tree, keyNode);
    if (at === none || tree.kinds[at] !== Kind.scalar) return;
    const text = scalarText(tree, at);
    if (isOwnText(tree, at, text)) {
      tree.keys[node] = text;
      return;
    }
    const resolution = resolveNode(tree, at);
    if (!isResolved(resolution)) return;
    const key = keyOf(resolution);
    tree.keys[node] = key.text;
    if (key.type !== 'string') tree.keyTypes.set(node, key.type);
  }

  /** `<<`, unless quoted or tagged as something else (decode.go, isMerge). */
  private isMergeKey(key: NodeId): boolean {
    const { tree } = this;
    if (tree.kinds[key] !== Kind.scalar || tree.ends[key]! - tree.starts[key]! < 2 || scalarText(tree, key) !== '<<')
      return false;
    const tag = tree.properties.get(key)?.tag;
    return tag === undefined ? tree.styles[key] === Style.plain : tag === '!' || tag === mergeTag;
  }

  private extend(node: NodeId, end: number): void {
    if (this.tree.ends[node]! < end) this.tree.ends[node] = end;
  }
}
