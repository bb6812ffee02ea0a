import { partsOfFormat, type Clause } from '../library/format/parts.js';
import { childrenOf, type Expression } from '../syntax/ast.js';
import type { CompileProblem } from '../syntax/problem.js';
import type { TypeKind } from '../types.js';
import type { Checked } from './checked.js';
import { visit } from './literals.js';
import { says } from './messages.js';

/** Formats that are known are held against the types of their arguments (ext/formatting.go, stringFormatValidator). */
export function formatProblems(checked: Checked): readonly CompileProblem[] {
  const problems: CompileProblem[] = [];
  visit(checked.expression, (expression) => {
    const problem = problemOf(checked, expression);
    if (problem) problems.push(problem);
  });
  return problems;
}

function problemOf(checked: Checked, expression: Expression): CompileProblem | undefined {
  if (expression.kind !== 'call' || expression.name !== 'format' || expression.target?.kind !== 'literal')
    return undefined;
  const { value } = expression.target;
  const [list] = expression.args;
  if (typeof value !== 'string' || list?.kind !== 'list') return undefined;
  const args = list.elements.map((element) => element.value);
  const parts = partsOfFormat(value, args.length);
  const { offset } = expression;
  if ('problem' in parts) return { message: says['format-clause']({ problem: parts.problem }), offset };
  for (const { clause, argument } of parts.clauses) {
    const bad = misfit(checked, clause, args[argument]!);
    if (bad) return { message: says['format-clause']({ problem: `%${clause.letter}` }), offset: bad.offset };
  }
  if (args.length === parts.clauses.length) return undefined;
  return { message: says['format-arguments']({ used: parts.clauses.length, given: args.length }), offset };
}

const integers: readonly TypeKind[] = ['int', 'uint'];
const shown: readonly TypeKind[] = [
  ...integers,
  ...(['list', 'map', 'double', 'bool', 'string', 'timestamp', 'bytes', 'duration', 'type', 'null'] as const),
];
const taken: Readonly<Record<Clause['letter'], readonly TypeKind[]>> = {
  s: shown,
  d: integers,
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: [...integers, 'bool'],
  o: integers,
  x: [...integers, 'string', 'bytes'],
  X: [...integers, 'string', 'bytes'],
};

/** The argument that a clause does not take; of `%s` what is written inside a list or map counts too. */
function misfit(checked: Checked, clause: Clause, argument: Expression): Expression | undefined {
  const { kind } = checked.typeOf(argument);
  if (kind !== 'dyn' && !taken[clause.letter].includes(kind)) return argument;
  if (clause.letter !== 's' || (argument.kind !== 'list' && argument.kind !== 'map')) return undefined;
  for (const child of childrenOf(argument)) {
    const bad = misfit(checked, clause, child);
    if (bad) return bad;
  }
  return undefined;
}
