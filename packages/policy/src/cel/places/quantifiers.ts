import type { Call, Comprehension, Expression } from '../syntax/ast.js';
import { operators } from '../syntax/operators.js';
import { namesOfVariables, partNamed, variableIn, type Names, type Part } from './parts.js';

/** A condition that all items of lists have to meet. */
export interface Universal {
  /** The lists whose items it is about. */
  readonly lists: readonly Part[];
  /** The name of an item in the condition. */
  readonly item: string;
  readonly condition: Expression;
}

/**
 * The conditions of an expression that it fails by where one item fails: `all` as it stands and in alternatives,
 * `exists` behind a "!".
 */
export function universalsIn(node: Expression, names: Names, mood: 'asserted' | 'denied' = 'asserted'): Universal[] {
  if (node.kind === 'comprehension') return ofComprehension(node, names, mood);
  if (node.kind !== 'call') return [];
  const [first, ...others] = node.args;
  if (node.name === operators.not && first) return universalsIn(first, names, opposite(mood));
  const parts = node.name === operators.conditional ? others : isLogic(node) ? node.args : [];
  return parts.flatMap((part) => universalsIn(part, names, mood));
}

function opposite(mood: 'asserted' | 'denied'): 'asserted' | 'denied' {
  return mood === 'asserted' ? 'denied' : 'asserted';
}

function isLogic({ name }: Call): boolean {
  return name === operators.and || name === operators.or;
}

/** What macros make of `all` and `exists` (`syntax/macros.ts`). */
function ofComprehension(node: Comprehension, names: Names, mood: 'asserted' | 'denied'): Universal[] {
  const { initial, step, range, variable, secondVariable } = node;
  const isWanted = initial.kind === 'literal' && initial.value === (mood === 'asserted');
  const operator = mood === 'asserted' ? operators.and : operators.or;
  // What is said of an index does not hold for a list with one item less.
  if (secondVariable !== undefined || !isWanted || step.kind !== 'call' || step.name !== operator) return [];
  const [, condition] = step.args;
  const lists = listsIn(range, names);
  return condition && lists.length > 0 ? [{ lists, item: variable, condition }] : [];
}

/** The lists of the object that a range is made of: one, or several joined, filtered or chosen from. */
function listsIn(node: Expression, names: Names): Part[] {
  const part = partNamed(node, names);
  if (part) return [part];
  const variable = variableIn(node, names);
  if (variable) return listsIn(variable, namesOfVariables(names));
  if (node.kind === 'comprehension') return keepsItems(node) ? listsIn(node.range, names) : [];
  if (node.kind !== 'call') return [];
  if (node.name === operators.add) return node.args.flatMap((one) => listsIn(one, names));
  return node.name === operators.conditional ? node.args.slice(1).flatMap((one) => listsIn(one, names)) : [];
}

/** A `filter`: what comes out are items of the range. */
function keepsItems({ step, variable }: Comprehension): boolean {
  if (step.kind !== 'call' || step.name !== operators.conditional) return false;
  const [, added] = step.args;
  const [, list] = added?.kind === 'call' ? added.args : [];
  const [only] = list?.kind === 'list' ? list.elements : [];
  return only?.value.kind === 'identifier' && only.value.name === variable;
}
