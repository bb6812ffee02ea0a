import { FieldPath } from '@podlint/field-path';
import { isList } from '../../crd/values/json.js';
import { partOf, type Program } from '../compile.js';
import { childrenOf, type Expression } from '../syntax/ast.js';
import { operators } from '../syntax/operators.js';
import {
  existing,
  onlyItem,
  partNamed,
  valueOf,
  variableIn,
  withList,
  type Names,
  type Part,
  type Roots,
} from './parts.js';
import { universalsIn, type Universal } from './quantifiers.js';

/** A place in an object that an expression fails for. */
export interface FailingPlace {
  readonly at: FieldPath;
  /** The object as far as it matters for that place: of lists only the item that is at fault. */
  readonly roots: Roots;
}

/** What a condition comes to; `unknown`: it cannot be evaluated. */
export type Truth = 'holds' | 'fails' | 'unknown';

export interface Judging {
  readonly program: Program;
  readonly roots: Roots;
  readonly variable: Names['variable'];
  /** Evaluates a condition with other values of the names. */
  truthOf(program: Program, roots: Roots): Truth;
}

/** So many items are looked at one by one; behind them it is the list that is at fault. */
const mostItems = 1000;

/**
 * Where an object is at fault for a condition that it does not meet. Of `all` over lists of the object these are the
 * items that fail it; else the deepest field that the condition reads and that is there, the first of several. Without
 * any it is the object itself.
 */
export function failingPlaces(judging: Judging): readonly FailingPlace[] {
  const search = new Search(judging);
  const parts = conjuncts(judging.program.checked.expression).map((node) => partOf(judging.program, node));
  const truths = parts.map((part) => judging.truthOf(part, judging.roots));
  const worst = truths.includes('fails') ? 'fails' : 'unknown';
  const found = parts.flatMap((part, i) => (truths[i] === worst ? search.placesIn(part) : []));
  return found.filter(({ at }, i) => found.findIndex((other) => other.at.equals(at)) === i);
}

function conjuncts(node: Expression): readonly Expression[] {
  return node.kind === 'call' && node.name === operators.and ? node.args.flatMap(conjuncts) : [node];
}

class Search {
  private left = mostItems;

  constructor(private readonly judging: Judging) {}

  placesIn(program: Program): readonly FailingPlace[] {
    const { roots, variable } = this.judging;
    const names = { roots, items: new Map(), variable };
    return this.within(program, { condition: program.checked.expression, at: FieldPath.root }, names);
  }

  /** The places that a condition inside of the program reads, as long as nothing else is in the lists around it. */
  private within(program: Program, { condition, at }: Asked, names: Names): readonly FailingPlace[] {
    const items = universalsIn(condition, names).flatMap((universal) =>
      universal.lists.flatMap((list) => this.itemsOf(list, program, universal, names)),
    );
    return items.length > 0 ? items : [{ at: deepestRead(condition, names) ?? at, roots: names.roots }];
  }

  private itemsOf(
    list: Part,
    program: Program,
    { lists, item, condition }: Universal,
    names: Names,
  ): readonly FailingPlace[] {
    const values = valueOf(list, names.roots);
    const others = lists.reduce((roots, other) => withList(other, [], roots), names.roots);
    return (isList(values) ? values : []).flatMap((value, index) => {
      const roots = withList(list, [value], others);
      if (this.left-- <= 0 || this.judging.truthOf(program, roots) !== 'fails') return [];
      const only = onlyItem(list, index);
      const inside = { ...names, roots, items: new Map([...names.items, [item, only]]) };
      return this.within(program, { condition, at: only.at }, inside);
    });
  }
}

/** A condition, and what it is about where it names nothing. */
interface Asked {
  readonly condition: Expression;
  readonly at: FieldPath;
}

function deepestRead(node: Expression, names: Names): FieldPath | undefined {
  const [first, ...others] = fieldsRead(node, names, 0);
  return first && others.reduce((best, other) => (other.length > best.length ? other : best), first);
}

/** Variables that name each other in a circle do not compile, and long chains of them say nothing. */
const deepestVariable = 10;

/** A longer way to a field before the shorter ones in it. */
function* fieldsRead(node: Expression, names: Names, depth: number): Generator<FieldPath> {
  const part = partNamed(node, names);
  if (part) yield existing(part, names.roots);
  const variable = part ? undefined : variableIn(node, names);
  if (variable && depth < deepestVariable) yield* fieldsRead(variable, { ...names, items: new Map() }, depth + 1);
  for (const child of childrenOf(node)) yield* fieldsRead(child, names, depth);
}
