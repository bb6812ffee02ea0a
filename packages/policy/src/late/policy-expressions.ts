import type { ExpressionUse, PolicyExpressions } from '@podlint/kinds';
import type { Message } from '@podlint/messages';
import { policyEnvironment } from '../cel/admission/environment.js';
import { jsonPatchType, patchedObjectType, patchLibrary } from '../cel/admission/patches.js';
import { VariableTypes } from '../cel/admission/variables.js';
import { compile, type Compiled } from '../cel/compile.js';
import type { Environment } from '../cel/environment.js';
import { environmentOf } from '../cel/kubernetes.js';
import { boolType, listOf, nullType, stringType, type CelType } from '../cel/types.js';
import { compileFault, wrongType } from './faults.js';

const resultTypes: Readonly<Record<ExpressionUse['results'][number], CelType>> = {
  bool: boolType,
  string: stringType,
  null: nullType,
  Object: patchedObjectType,
  'list of JSONPatch': listOf(jsonPatchType),
};

/** Compiles what a policy says, as the server does when the policy is written (plugin/cel/compile.go). */
export class CompiledPolicy implements PolicyExpressions {
  private readonly variables = new VariableTypes();

  constructor(private readonly minor: number) {}

  fault(expression: string, use: ExpressionUse): Message | undefined {
    return faultIn(expression, compile(expression, this.environment(use)), use);
  }

  addVariable(name: string, expression: string, use: ExpressionUse): Message | undefined {
    const compiled = compile(expression, this.environment(use));
    this.variables.add(name, compiled);
    return faultIn(expression, compiled, use);
  }

  private environment({ params, authorizer, variables, patches, age }: ExpressionUse): Environment {
    const base = environmentOf(age === 'new' ? this.minor - 1 : this.minor);
    const names = { params, authorizer, variables: variables ? this.variables : undefined };
    return policyEnvironment(names, patches ? base.extend(patchLibrary) : base);
  }
}

function faultIn(expression: string, compiled: Compiled, { results }: ExpressionUse): Message | undefined {
  if ('problems' in compiled) return compileFault(expression, compiled.problems);
  const expected = results.map((name) => resultTypes[name]);
  const { type } = compiled;
  const isFine = expected.length === 0 || (!type.nullable && expected.some((one) => one.equals(type)));
  return isFine ? undefined : wrongType(type, expected);
}
