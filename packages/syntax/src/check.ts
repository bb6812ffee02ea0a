import type { Cause } from './causes.js';
import type { DuplicateKey, NodeId } from './document.js';
import { hasExcessiveAliases } from './tree/alias-limit.js';
import { isResolved, resolveNode } from './tree/resolve.js';
import type { TreeBuilder } from './tree/tree-builder.js';
import { follow, Kind, none, scalarText, Style, type Tree } from './tree/tree.js';

/** Something that reads as YAML, but of which go-yaml or the conversion to JSON makes no value. */
export interface ValueProblem {
  readonly reason: Cause;
  readonly node: NodeId;
}

/** What the server's reader refuses after parsing, in the order of the text. */
export function checkValues(builder: TreeBuilder): ValueProblem[] {
  const { entries, unknownAliases, circularAliases } = builder;
  const tree = builder.finish();
  const problems: ValueProblem[] = [
    ...reasoned('unknown-alias', unknownAliases),
    ...reasoned('circular-alias', circularAliases),
  ];
  const overwritten = overwrittenNodes(tree, entries.duplicates);
  for (let node = 0; node < tree.kinds.length; node++) {
    const reason = problemOf(tree, node);
    if (reason && !(jsonOnly.has(reason) && isOverwritten(tree, node, overwritten))) problems.push({ reason, node });
  }
  if (hasExcessiveAliases(tree)) problems.push({ reason: 'excessive-aliases', node: tree.root });
  return problems.sort((a, b) => a.node - b.node);
}

/** Found when what was read becomes JSON: what a later twin of a key has replaced is gone by then. */
const jsonOnly: ReadonlySet<Cause> = new Set<Cause>(['number', 'null-key', 'large-key']);

function overwrittenNodes(tree: Tree, duplicates: readonly DuplicateKey[]): ReadonlySet<NodeId> {
  return new Set(duplicates.flatMap(({ first, mapping }) => (mapping === tree.parents[first] ? first : [])));
}

function isOverwritten(tree: Tree, node: NodeId, overwritten: ReadonlySet<NodeId>): boolean {
  if (overwritten.size === 0) return false;
  for (let at = node; at !== none; at = tree.parents[at]!) if (overwritten.has(at)) return true;
  return false;
}

function reasoned(reason: Cause, nodes: readonly NodeId[]): ValueProblem[] {
  return nodes.map((node) => ({ reason, node }));
}

function problemOf(tree: Tree, node: NodeId): Cause | undefined {
  const ofValue = tree.kinds[node] === Kind.scalar ? scalarProblem(tree, node) : undefined;
  return ofValue ?? (tree.keyNodes[node] === none ? undefined : keyProblem(tree, node));
}

function scalarProblem(tree: Tree, node: NodeId): Cause | undefined {
  if (tree.properties.size > 0 && tree.properties.has(node)) {
    const resolution = resolveNode(tree, node);
    if (!isResolved(resolution)) return resolution.type === 'wrong-tag' ? 'wrong-tag' : 'base64';
    return typeof resolution.value === 'number' && !Number.isFinite(resolution.value) && !isKey(tree, node)
      ? 'number'
      : undefined;
  }
  return tree.styles[node] === Style.plain && mayBeInfinite(tree, node) && !isKey(tree, node) ? 'number' : undefined;
}

const infinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** JSON has no infinity and no NaN (encoding/json: unsupported value). */
function mayBeInfinite(tree: Tree, node: NodeId): boolean {
  const length = tree.ends[node]! - tree.starts[node]!;
  return (length === 4 || length === 5) && infinite.test(scalarText(tree, node));
}

/** A key has no place in its parent's list of values. */
function isKey(tree: Tree, node: NodeId): boolean {
  const parent = tree.parents[node]!;
  if (parent === none || tree.keyNodes[node] !== none) return false;
  return tree.kinds[parent] === Kind.mapping;
}

function keyProblem(tree: Tree, node: NodeId): Cause | undefined {
  if (tree.keys[node] === '<<' && tree.merges.get(tree.parents[node]!)?.includes(node))
    return isMergeable(tree, node) ? undefined : 'merge-value';
  const type = tree.keyTypes.get(node);
  if (type === 'null') return 'null-key';
  if (type === 'uint') return 'large-key';
  const key = follow(tree, tree.keyNodes[node]!);
  return key !== none && tree.kinds[key] !== Kind.scalar ? 'complex-key' : undefined;
}

/** A mapping, an alias of one, or a list of these (decode.go, merge). */
function isMergeable(tree: Tree, value: NodeId): boolean {
  if (tree.kinds[value] !== Kind.sequence) return isMapping(tree, value);
  return tree.children[value]!.every((item) => isMapping(tree, item));
}

function isMapping(tree: Tree, node: NodeId): boolean {
  const target = follow(tree, node);
  return target === none || tree.kinds[target] === Kind.mapping;
}
