import { pushAll } from '@podlint/plain';
import type { Expression, ListLiteral, MapLiteral } from '../syntax/ast.js';
import type { CompileProblem } from '../syntax/problem.js';
import type { CelType } from '../types.js';
import type { Checked } from './checked.js';
import { visit } from './literals.js';
import { says } from './messages.js';

/**
 * The items of a list have one type, and so have the keys and the values of a map (ValidateHomogeneousAggregateLiterals).
 * What is formatted may be mixed.
 */
export function mixedTypeProblems(checked: Checked): readonly CompileProblem[] {
  const problems: CompileProblem[] = [];
  visit(checked.expression, (expression, parents) => {
    if (parents.some((parent) => parent.kind === 'call' && parent.name === 'format')) return;
    if (expression.kind === 'list') pushAll(problems, ofList(checked, expression));
    if (expression.kind === 'map') pushAll(problems, ofMap(checked, expression));
  });
  return problems;
}

interface Item {
  readonly value: Expression;
  readonly optional: boolean;
}

/** Of an optional item what is in it; undefined where that is not known, at which upstream's validator breaks off. */
function typeIn(checked: Checked, { value, optional }: Item): CelType | undefined {
  const type = checked.typeOf(value);
  return optional ? type.parameters[0] : type;
}

function differing(checked: Checked, items: readonly Item[]): readonly CompileProblem[] {
  const types = items.map((item) => typeIn(checked, item));
  return types.flatMap((type, at) => {
    const { offset } = items[at]!.value;
    if (!type || !types[0]) return [{ message: says['optional-dyn'](), offset }];
    if (types[0].isEquivalent(type)) return [];
    return [{ message: says['mixed-types']({ expected: String(types[0]), found: String(type) }), offset }];
  });
}

/** The first item that differs is enough. */
function ofList(checked: Checked, { elements }: ListLiteral): readonly CompileProblem[] {
  return differing(checked, elements).slice(0, 1);
}

function ofMap(checked: Checked, { entries }: MapLiteral): readonly CompileProblem[] {
  const keys = entries.map(({ key }): Item => ({ value: key, optional: false }));
  return [...differing(checked, keys), ...differing(checked, entries)];
}
