import type { ExpressionFault, ExpressionUse, PolicyExpressions } from '@podlint/kinds';
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

  fault(expression: string, use: ExpressionUse): ExpressionFault | undefined {
    return faultIn(expression, compile(expression, this.environment(use)), this.minorFor(use), use);
  }

  addVariable(name: string, expression: string, use: ExpressionUse): ExpressionFault | undefined {
    const compiled = compile(expression, this.environment(use));
    this.variables.add(name, compiled);
    return faultIn(expression, compiled, this.minorFor(use), use);
  }

  /** New expressions have to be understood by the server before this one, too. */
  private minorFor({ age }: ExpressionUse): number {
    return age === 'new' ? this.minor - 1 : this.minor;
  }

  private environment(use: ExpressionUse): Environment {
    const { params, authorizer, variables, patches } = use;
    const base = environmentOf(this.minorFor(use));
    const names = { params, authorizer, variables: variables ? this.variables : undefined };
    return policyEnvironment(names, patches ? base.extend(patchLibrary) : base);
  }
}

/** Literals are looked at while compiling (environment/base.go); before, a program could not be made of them. */
const literalsCheckedSince = 29;

function faultIn(
  expression: string,
  compiled: Compiled,
  minor: number,
  { results }: ExpressionUse,
): ExpressionFault | undefined {
  if ('problems' in compiled) {
    const isLate = minor < literalsCheckedSince && compiled.problems.every(({ isOfLiteral }) => isOfLiteral);
    return {
      ...compileFault(expression, compiled.problems),
      type: isLate ? 'InternalError' : 'FieldValueInvalid',
    };
  }
  const expected = results.map((name) => resultTypes[name]);
  const { type } = compiled;
  const isFine = expected.length === 0 || (!type.nullable && expected.some((one) => one.equals(type)));
  return isFine ? undefined : { message: wrongType(type, expected), type: 'FieldValueInvalid' };
}
