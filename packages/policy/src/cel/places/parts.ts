import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { isList, isObject, type Json } from '../../crd/values/json.js';
import type { Call, Expression } from '../syntax/ast.js';
import { operators } from '../syntax/operators.js';

/** What the names of an expression stand for: `object`, and views of its parts such as `podSpec`. */
export type Roots = ReadonlyMap<string, Root>;

export interface Root {
  readonly value: unknown;
  /** Where it is in the object. */
  readonly at: FieldPath;
}

/** A part of the object that an expression names: where it is in the manifest, and the way to it in a root. */
export interface Part {
  readonly at: FieldPath;
  readonly root: string;
  readonly keys: readonly (string | number)[];
}

/** What names mean in one place of an expression. */
export interface Names {
  readonly roots: Roots;
  /** Variables of macros that stand for items of a list in the object. */
  readonly items: ReadonlyMap<string, Part>;
  /** The expression of `variables.<name>`. */
  variable(name: string): Expression | undefined;
}

/** The part of the object that an expression is, if it is nothing but that. */
export function partNamed(node: Expression, names: Names): Part | undefined {
  if (node.kind === 'identifier') return partOfName(node.name.replace(/^\./, ''), names);
  if (node.kind === 'select') {
    const variable = variableIn(node, names);
    return variable
      ? partNamed(variable, namesOfVariables(names))
      : extended(partNamed(node.operand, names), node.field);
  }
  return node.kind === 'call' ? partOfCall(node, names) : undefined;
}

function partOfName(name: string, { roots, items }: Names): Part | undefined {
  const root = roots.get(name);
  return items.get(name) ?? (root && { at: root.at, root: name, keys: [] });
}

/** `variables.<name>`, by its expression. */
export function variableIn(node: Expression, names: Names): Expression | undefined {
  const isOne = node.kind === 'select' && node.operand.kind === 'identifier' && node.operand.name === 'variables';
  return isOne ? names.variable(node.field) : undefined;
}

/** The variables of macros around are none of a variable's. */
export function namesOfVariables(names: Names): Names {
  return { ...names, items: new Map() };
}

const lookups: ReadonlySet<string> = new Set([operators.optionalSelect, operators.index, operators.optionalIndex]);
/** Methods of optional values that give the value itself where there is one. */
const unwrapping: ReadonlySet<string> = new Set(['orValue', 'value', 'or']);

function partOfCall({ name, target, args: [operand, key] }: Call, names: Names): Part | undefined {
  if (target) return unwrapping.has(name) ? partNamed(target, names) : undefined;
  if (!lookups.has(name) || !operand || key?.kind !== 'literal') return undefined;
  const { value } = key;
  const isKey = typeof value === 'string' || typeof value === 'number';
  return isKey ? extended(partNamed(operand, names), value) : undefined;
}

function extended(part: Part | undefined, key: string | number): Part | undefined {
  if (!part) return undefined;
  const at = typeof key === 'number' ? part.at.index(key) : part.at.child(key);
  return { ...part, at, keys: [...part.keys, key] };
}

/** One item of a list, in a root where the list holds nothing else. */
export function onlyItem(list: Part, index: number): Part {
  return { ...list, at: list.at.index(index), keys: [...list.keys, 0] };
}

export function valueOf({ root, keys }: Part, roots: Roots): unknown {
  return keys.reduce(below, roots.get(root)?.value);
}

function below(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return isList(value) ? value[key] : undefined;
  return isObject(value) ? own(value, key) : undefined;
}

/** The part or what is there above it. */
export function existing(part: Part, roots: Roots): FieldPath {
  let value = roots.get(part.root)?.value;
  let missing = part.keys.length;
  for (const key of part.keys) {
    value = below(value, key);
    if (value === undefined) break;
    missing--;
  }
  return part.at.ancestor(part.at.length - missing);
}

/** The roots with another list in the place of one; what is not there stays away. */
export function withList(list: Part, items: readonly unknown[], roots: Roots): Roots {
  const root = roots.get(list.root);
  if (!root || !isList(valueOf(list, roots))) return roots;
  return new Map([...roots, [list.root, { ...root, value: replaced(root.value, list.keys, items) }]]);
}

function replaced(value: unknown, [key, ...more]: readonly (string | number)[], items: readonly unknown[]): unknown {
  if (key === undefined) return items;
  if (isList(value)) return value.map((item, index) => (index === key ? replaced(item, more, items) : item));
  if (!isObject(value)) return value;
  const copy: Json = Object.fromEntries(Object.entries(value));
  return Object.fromEntries(
    Object.entries(copy).map(([name, inner]) => [name, name === key ? replaced(inner, more, items) : inner]),
  );
}
