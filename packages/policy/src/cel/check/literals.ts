import type { Environment } from '../environment.js';
import { calleeOf } from '../evaluate/calls.js';
import { compiledPattern } from '../evaluate/patterns.js';
import { childrenOf, type Call, type Expression } from '../syntax/ast.js';
import type { CompileProblem } from '../syntax/problem.js';
import { Failure, type Value } from '../values/value.js';
import type { Checked } from './checked.js';
import { says } from './messages.js';

/**
 * What the server refuses in an expression whose types are fine (cel/validator.go): literals that are no durations,
 * timestamps or regular expressions.
 */
export function literalProblems(checked: Checked, environment: Environment): readonly CompileProblem[] {
  const problems: CompileProblem[] = [];
  visit(checked.expression, (expression) => {
    if (expression.kind === 'call' && isBad(expression, environment))
      problems.push({
        isOfLiteral: true,
        message: says['bad-literal']({ function: expression.name }),
        offset: expression.args[0]!.offset,
      });
  });
  return problems;
}

function isBad({ name, args }: Call, environment: Environment): boolean {
  const [first] = args;
  if (first?.kind !== 'literal') return false;
  // As upstream has it: of the function `matches(text, pattern)` it looks at the text.
  if (name === 'matches') return typeof first.value === 'string' && compiledPattern(first.value) instanceof Failure;
  return (name === 'duration' || name === 'timestamp') && fails(name, first.value, environment);
}

function fails(name: string, value: Value, environment: Environment): boolean {
  const declaration = environment.findFunction(name);
  return declaration !== undefined && calleeOf(declaration, undefined).operation(value) instanceof Failure;
}

/** Every expression within another, each with what it is inside of. */
export function visit(
  expression: Expression,
  look: (expression: Expression, parents: readonly Expression[]) => void,
  parents: readonly Expression[] = [],
): void {
  look(expression, parents);
  const inner = [...parents, expression];
  for (const child of new Set(childrenOf(expression))) visit(child, look, inner);
}
