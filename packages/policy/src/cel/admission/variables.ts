import { compile, evaluateWithin, serverBudget, type Compiled } from '../compile.js';
import type { Environment, ObjectType } from '../environment.js';
import type { Activation } from '../evaluate/run.js';
import { dynType, listOf, mapOf, objectType, type CelType } from '../types.js';
import { says } from '../values/failures.js';
import { LazyMap } from '../values/map.js';
import { Failure, type Value } from '../values/value.js';

/** A variable of a policy: `variables.<name>`. */
export interface PolicyVariable {
  readonly name: string;
  readonly expression: string;
}

export interface CompiledVariable {
  readonly name: string;
  readonly compiled: Compiled;
}

export const variablesType = objectType('kubernetes.variables');

/** The types of a policy's variables, as far as they are known (plugin/cel/composition.go). */
export class VariableTypes implements ObjectType {
  readonly name = variablesType.name;
  private readonly types = new Map<string, CelType>();

  /** Those that are compiled later can use the variable, be it as one of any type. */
  add(name: string, compiled: Compiled): void {
    this.types.set(name, 'problems' in compiled ? dynType : declaredType(compiled.type));
  }

  field(name: string): CelType | undefined {
    return this.types.get(name);
  }
}

/** Variables compiled in their order: each can use those before it. */
export class PolicyVariables {
  readonly types = new VariableTypes();
  readonly all: readonly CompiledVariable[];

  constructor(variables: readonly PolicyVariable[], makeEnvironment: (variables: ObjectType) => Environment) {
    const environment = makeEnvironment(this.types);
    this.all = variables.map(({ name, expression }) => {
      const compiled = compile(expression, environment);
      this.types.add(name, compiled);
      return { name, compiled };
    });
  }
}

const plainKinds = new Set([
  'any',
  'bool',
  'bytes',
  'double',
  'duration',
  'int',
  'null',
  'string',
  'timestamp',
  'uint',
]);

/** What a variable's type is for those who use it: types of libraries are not known (convertCelTypeToDeclType). */
function declaredType(type: CelType): CelType {
  if (plainKinds.has(type.kind) && !type.nullable) return type;
  if (type.kind === 'list') return listOf(declaredType(type.parameters[0]!));
  if (type.kind === 'map') return mapOf(declaredType(type.parameters[0]!), declaredType(type.parameters[1]!));
  return dynType;
}

/** The values of variables, each worked out when it is first used. */
export class VariableValues extends LazyMap {
  override readonly type = variablesType;
  /** What the variables have cost. */
  cost = 0;
  private readonly compiled: ReadonlyMap<string, Compiled>;
  private readonly values = new Map<string, Value | Failure>();

  constructor(
    variables: readonly CompiledVariable[],
    private readonly activation: Activation,
  ) {
    super();
    this.compiled = new Map(variables.map(({ name, compiled }) => [name, compiled]));
  }

  override get size(): number {
    return this.compiled.size;
  }

  override keys(): Iterable<string> {
    return this.compiled.keys();
  }

  override find(name: string): Value | Failure | undefined {
    const compiled = this.compiled.get(name);
    if (!compiled) return undefined;
    const known = this.values.get(name);
    if (known !== undefined) return known;
    const value = this.evaluate(name, compiled);
    this.values.set(name, value);
    return value;
  }

  private evaluate(name: string, compiled: Compiled): Value | Failure {
    if ('problems' in compiled) return new Failure(says['variable-compile']({ name }));
    const { value, cost } = evaluateWithin(compiled, this.activation, serverBudget);
    this.cost += cost;
    return value instanceof Failure ? new Failure(says['variable-evaluate']({ name, problem: value.reason })) : value;
  }
}
