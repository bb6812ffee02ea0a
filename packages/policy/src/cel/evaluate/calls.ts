import type { FunctionDeclaration, Operation, Overload } from '../environment.js';
import { noSuchOverload, says } from '../values/failures.js';
import { typeOf } from '../values/type-of.js';
import { Failure, type Value } from '../values/value.js';
import { costOf } from './cost.js';
import { takesValues } from './runtime-types.js';
import type { Run, Step } from './run.js';

/** How a call is carried out. */
export interface Callee {
  readonly operation: Operation;
  /** The first failure ends it, and then the call itself costs nothing (evalVarArgs). */
  readonly stopsAtFailure: boolean;
}

/** The operation behind a call (planner.go, planCall, and FunctionDecl.Bindings). */
export function calleeOf(declaration: FunctionDeclaration, overloadId: string | undefined): Callee {
  const { operation, overloads } = declaration;
  if (operation) return { operation, stopsAtFailure: false };
  const bound = overloads.filter(({ call }) => call !== undefined);
  const one = bound.length === 1 ? bound[0] : bound.find(({ id }) => id === overloadId);
  if (one) return { operation: guarded(declaration, one), stopsAtFailure: one.stopsAtFailure };
  return { operation: dispatching(declaration, bound), stopsAtFailure: true };
}

function guarded(declaration: FunctionDeclaration, overload: Overload): Operation {
  const call = overload.call!;
  if (declaration.unguarded) return call;
  return (...args) => (takesValues(overload, args) ? call(...args) : refused(declaration, args));
}

function dispatching(declaration: FunctionDeclaration, overloads: readonly Overload[]): Operation {
  return (...args) => {
    const found = overloads.find((candidate) =>
      declaration.unguarded ? candidate.args.length === args.length : takesValues(candidate, args),
    );
    return found ? found.call!(...args) : refused(declaration, args);
  };
}

function refused({ name }: FunctionDeclaration, args: readonly Value[]): Failure {
  const types = args.map((value) => typeOf(value).name).join(', ');
  return new Failure(says['no-such-function-overload']({ function: name, types }));
}

/** A call as a step: arguments, operation, cost. */
export function callStep(name: string, overloadId: string | undefined, callee: Callee, args: readonly Step[]): Step {
  const cost = costOf(name, overloadId ?? '');
  if (args.length === 0)
    return (run) => {
      const result = callee.operation();
      run.charge(cost([], result));
      return result;
    };
  if (callee.stopsAtFailure || args.length > 2) return stoppingStep(callee.operation, args, cost);
  return args.length === 1 ? unaryStep(callee.operation, args[0]!, cost) : binaryStep(callee.operation, args, cost);
}

type Cost = ReturnType<typeof costOf>;

function unaryStep(operation: Operation, argument: Step, cost: Cost): Step {
  return (run) => {
    const value = argument(run);
    const result = value instanceof Failure ? value : operation(value);
    run.charge(cost([value], result));
    return result;
  };
}

/** Both arguments are evaluated, whatever the first one gives. */
function binaryStep(operation: Operation, [first, second]: readonly Step[], cost: Cost): Step {
  return (run) => {
    const a = first!(run);
    const b = second!(run);
    const result = a instanceof Failure ? a : b instanceof Failure ? b : operation(a, b);
    run.charge(cost([a, b], result));
    return result;
  };
}

function stoppingStep(operation: Operation, args: readonly Step[], cost: Cost): Step {
  return (run) => {
    const values: Value[] = [];
    for (const argument of args) {
      const value = argument(run);
      values.push(value);
      if (!(value instanceof Failure)) continue;
      if (values.length === args.length) run.charge(cost(values, value));
      return value;
    }
    const result = operation(...values);
    run.charge(cost(values, result));
    return result;
  };
}

/** `&&` and `||`: a term that decides hides the failures of others; neither costs anything itself. */
export function logicStep(deciding: boolean, terms: readonly Step[]): Step {
  return (run: Run) => {
    let failure: Failure | undefined;
    for (const term of terms) {
      const value = term(run);
      if (value === deciding) return deciding;
      if (value === !deciding) continue;
      failure ??= value instanceof Failure ? value : noSuchOverload;
    }
    return failure ?? !deciding;
  };
}

/** `optional.or(other)` and `orValue`: the other side is evaluated only where it is needed (decorateOptionalOr). */
export function lazyStep(first: Step, second: Step, kept: (value: Value) => Value | Failure | undefined): Step {
  return (run) => {
    const value = first(run);
    const known = value instanceof Failure ? value : kept(value);
    return known === undefined ? second(run) : known;
  };
}
