import type { Checked } from './check/checked.js';
import { check } from './check/checker.js';
import { formatProblems } from './check/formats.js';
import { literalProblems } from './check/literals.js';
import { mixedTypeProblems } from './check/one-type.js';
import type { Environment } from './environment.js';
import { plan, PlanFault, type Plan } from './evaluate/plan.js';
import { CostLimitExceeded, Run, type Activation } from './evaluate/run.js';
import type { Expression } from './syntax/ast.js';
import { isTooLarge, largest } from './syntax/largeness.js';
import { says as syntaxSays } from './syntax/messages.js';
import { parse } from './syntax/parser.js';
import type { CompileProblem } from './syntax/problem.js';
import type { CelType } from './types.js';
import { Failure, Panic, type Value } from './values/value.js';
import { says } from './values/failures.js';
import { startWork, TooMuchWork } from './values/work.js';

/** An expression that compiled. */
export interface Program {
  readonly type: CelType;
  readonly plan: Plan;
  readonly checked: Checked;
  readonly environment: Environment;
}

export type Compiled = Program | { readonly problems: readonly CompileProblem[] };

/** Parses, checks and plans an expression, as the server does when a policy is written. Never throws. */
export function compile(text: string, environment: Environment): Compiled {
  const parsed = parse(text, environment.macros);
  if ('problem' in parsed) return { problems: [parsed.problem] };
  if (isTooLarge(parsed.expression))
    return { problems: [{ message: syntaxSays['too-large']({ limit: largest }), offset: 0 }] };
  const checked = check(parsed.expression, environment);
  const problems = checked.problems.length > 0 ? checked.problems : validate(checked, environment);
  return problems.length > 0 ? { problems: inOrder(problems) } : planned(checked, environment);
}

function inOrder(problems: readonly CompileProblem[]): readonly CompileProblem[] {
  return problems.toSorted((a, b) => a.offset - b.offset);
}

function validate(checked: Checked, environment: Environment): readonly CompileProblem[] {
  return [...literalProblems(checked, environment), ...mixedTypeProblems(checked), ...formatProblems(checked)];
}

function planned(checked: Checked, environment: Environment): Compiled {
  try {
    return { type: checked.type, plan: plan(checked, environment), checked, environment };
  } catch (fault) {
    if (fault instanceof PlanFault) return { problems: [fault.problem] };
    if (fault instanceof Panic) return { problems: [{ message: fault.failure.reason, offset: 0 }] };
    throw fault;
  }
}

/** An expression inside of another one, which names no variable of a macro around it, by itself. */
export function partOf({ checked, environment }: Program, part: Expression): Program {
  const own = { ...checked, expression: part, type: checked.typeOf(part) };
  return { type: own.type, plan: plan(own, environment), checked: own, environment };
}

/** What an expression may spend, in units of the server's cost model (apiserver/pkg/apis/cel/config.go). */
export interface Budget {
  /** For one expression; PerCallLimit is 1,000,000. */
  readonly perCall: number;
}

export const serverBudget = { perCall: 1_000_000, total: 10_000_000 } as const;

export interface Evaluation {
  readonly value: Value | Failure;
  readonly cost: number;
}

/** Evaluates an expression. Never throws, and ends within its budget. */
export function evaluate(program: Program, activation: Activation, budget: Budget = serverBudget): Evaluation {
  startWork();
  return evaluateWithin(program, activation, budget);
}

/** The same inside another evaluation, of a variable that it uses. */
export function evaluateWithin(
  { plan: { step, slots } }: Program,
  activation: Activation,
  { perCall }: Budget,
): Evaluation {
  const run = new Run(activation, perCall, new Array<Value | Failure | undefined>(slots).fill(undefined));
  try {
    return { value: step(run), cost: run.cost };
  } catch (fault) {
    if (fault instanceof CostLimitExceeded || fault instanceof Panic) return { value: fault.failure, cost: run.cost };
    if (fault instanceof TooMuchWork)
      return { value: new Failure(says['cost-limit']({ limit: perCall })), cost: perCall };
    throw fault;
  }
}
