import { textOf } from '@podlint/messages';
import { policyEnvironment } from './admission/environment.js';
import { admissionRequest, namespaceValue, type RequestFacts } from './admission/values.js';
import { PolicyVariables, VariableValues, type PolicyVariable } from './admission/variables.js';
import { compile, evaluate, serverBudget } from './compile.js';
import { encode, type Encoded } from './encode.js';
import type { Activation } from './evaluate/run.js';
import { positionOf, type Position } from './syntax/problem.js';
import { says } from './values/failures.js';
import { adapted, Failure, type JsonObject, type Value } from './values/value.js';

/** What the variables of an expression stand for; what is absent is null. */
export interface CelVariables {
  readonly object?: unknown;
  readonly oldObject?: unknown;
  /** Declared where it is given, be it as null. */
  readonly params?: unknown;
  readonly request?: RequestFacts;
  readonly namespaceObject?: JsonObject;
  /** `variables.<name>`, each of which can use those before it. */
  readonly variables?: readonly PolicyVariable[];
}

export interface CelProblem extends Position {
  readonly message: string;
}

export type CelResult =
  | { readonly type: string; readonly result: Encoded; readonly cost: number }
  | { readonly compile: readonly CelProblem[] }
  | { readonly error: string; readonly cost: number };

/** Evaluates an expression as a ValidatingAdmissionPolicy of Kubernetes 1.36 does, except that it may give any type. */
export function evaluateCel(expression: string, variables: CelVariables = {}): CelResult {
  const names = { params: 'params' in variables, authorizer: false };
  const policyVariables = new PolicyVariables(variables.variables ?? [], (types) =>
    policyEnvironment({ ...names, variables: types }),
  );
  const program = compile(expression, policyEnvironment({ ...names, variables: policyVariables.types }));
  if ('problems' in program)
    return {
      compile: program.problems.map(({ message, offset }) => ({
        ...positionOf(expression, offset),
        message: textOf(message),
      })),
    };
  const values = new PolicyActivation(variables, policyVariables);
  const { value, cost: own } = evaluate(program, values);
  const cost = own + values.variables.cost;
  const result = cost > serverBudget.total ? new Failure(says['cost-budget']({ limit: serverBudget.total })) : value;
  if (result instanceof Failure) return { error: result.toString(), cost };
  return { type: String(program.type), result: encode(result), cost };
}

class PolicyActivation implements Activation {
  readonly variables: VariableValues;
  private readonly values: ReadonlyMap<string, Value>;

  constructor(given: CelVariables, variables: PolicyVariables) {
    this.variables = new VariableValues(variables.all, this);
    this.values = new Map<string, Value>([
      ['object', adapted(given.object)],
      ['oldObject', adapted(given.oldObject)],
      ['params', adapted(given.params)],
      ['request', admissionRequest(given.request)],
      ['namespaceObject', namespaceValue(given.namespaceObject)],
      ['variables', this.variables],
    ]);
  }

  find(name: string): Value | Failure | undefined {
    return this.values.get(name);
  }
}
