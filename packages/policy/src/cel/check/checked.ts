import type { Declared, FunctionDeclaration } from '../environment.js';
import type { Call, Expression } from '../syntax/ast.js';
import type { CompileProblem } from '../syntax/problem.js';
import type { CelType } from '../types.js';

/** What a call resolved to: the function, without its target where that was a part of its name. */
export interface ResolvedCall {
  readonly declaration: FunctionDeclaration;
  /** The only overload that the types leave; undefined where several fit. */
  readonly overloadId: string | undefined;
  readonly isMethod: boolean;
}

export interface Checked {
  readonly expression: Expression;
  readonly type: CelType;
  readonly problems: readonly CompileProblem[];
  typeOf(expression: Expression): CelType;
  /** A name, plain or with dots, that a node stands for as a whole. */
  nameOf(expression: Expression): Declared | undefined;
  callOf(expression: Call): ResolvedCall | undefined;
}
