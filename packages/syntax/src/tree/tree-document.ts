import type {
  DuplicateKey,
  JsonValue,
  NodeId,
  NodeKind,
  NodeStyle,
  Range,
  ScalarValue,
  SyntaxProblem,
  YamlDocument,
} from '../document.js';
import { findEntry } from './entries.js';
import { scalarValue, toJson } from './to-json.js';
import { follow, Kind, none, scalarText, styleNames, type Tree } from './tree.js';

const noNodes: readonly NodeId[] = [];

/** A document over the arrays of its tree. Nothing is worked out before it is asked for. */
export class TreeDocument implements YamlDocument {
  constructor(
    private readonly tree: Tree,
    readonly index: number,
    readonly range: Range,
    readonly problems: readonly SyntaxProblem[],
    readonly duplicateKeys: readonly DuplicateKey[],
    readonly warnings: readonly SyntaxProblem[] = [],
  ) {}

  get text(): string {
    return this.tree.text;
  }

  get root(): NodeId | undefined {
    return orUndefined(this.tree.root);
  }

  get hasAliases(): boolean {
    return this.tree.targets.size > 0;
  }

  kind(node: NodeId): NodeKind {
    const target = follow(this.tree, node);
    const kind = target === none ? Kind.scalar : this.tree.kinds[target];
    if (kind === Kind.mapping) return 'mapping';
    return kind === Kind.sequence ? 'sequence' : 'scalar';
  }

  rangeOf(node: NodeId): Range {
    return { start: this.tree.starts[node]!, end: this.tree.ends[node]! };
  }

  propertiesRange(node: NodeId): Range | undefined {
    const properties = this.tree.properties.get(node);
    return properties && { start: properties.start, end: properties.end };
  }

  keyRange(node: NodeId): Range | undefined {
    const key = this.tree.keyNodes[node]!;
    return key === none ? undefined : { start: this.tree.starts[key]!, end: this.tree.ends[key]! };
  }

  key(node: NodeId): string | number | undefined {
    const parent = this.tree.parents[node]!;
    if (parent === none) return undefined;
    return this.tree.kinds[parent] === Kind.mapping ? this.tree.keys[node] : this.tree.slots[node];
  }

  parent(node: NodeId): NodeId | undefined {
    return orUndefined(this.tree.parents[node]!);
  }

  children(node: NodeId): readonly NodeId[] {
    return this.tree.children[follow(this.tree, node)] ?? noNodes;
  }

  mergeValues(node: NodeId): readonly NodeId[] {
    return this.tree.merges.get(follow(this.tree, node)) ?? noNodes;
  }

  child(node: NodeId, key: string | number): NodeId | undefined {
    const { tree } = this;
    const at = follow(tree, node);
    if (at === none) return undefined;
    if (tree.kinds[at] === Kind.sequence) return typeof key === 'number' ? tree.children[at]![key] : undefined;
    return tree.kinds[at] === Kind.mapping ? findEntry(tree, at, String(key)) : undefined;
  }

  at(keys: readonly (string | number)[]): NodeId | undefined {
    let node = this.root;
    for (const key of keys) {
      if (node === undefined) return undefined;
      node = this.child(node, key);
    }
    return node;
  }

  aliasTarget(node: NodeId): NodeId | undefined {
    return orUndefined(this.tree.targets.get(node) ?? none);
  }

  anchor(node: NodeId): string | undefined {
    return this.tree.properties.get(node)?.anchor;
  }

  value(node: NodeId): ScalarValue | undefined {
    const at = follow(this.tree, node);
    if (at === none) return null;
    return this.tree.kinds[at] === Kind.scalar ? scalarValue(this.tree, at) : undefined;
  }

  scalarText(node: NodeId): string | undefined {
    const at = follow(this.tree, node);
    return at !== none && this.tree.kinds[at] === Kind.scalar ? scalarText(this.tree, at) : undefined;
  }

  style(node: NodeId): NodeStyle {
    const at = follow(this.tree, node);
    return styleNames[at === none ? 0 : this.tree.styles[at]!]!;
  }

  toJSON(): JsonValue {
    return this.tree.root === none ? null : toJson(this.tree, this.tree.root);
  }
}

function orUndefined(node: NodeId): NodeId | undefined {
  return node === none ? undefined : node;
}
