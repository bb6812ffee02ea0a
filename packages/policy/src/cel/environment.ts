import { objectType, typeOfType, type CelType } from './types.js';
import { MacroTable } from './syntax/macro-table.js';
import type { Macro } from './syntax/macros.js';
import type { Failure, Value } from './values/value.js';

/** What a function does at run time; its arguments are no failures. */
export type Operation = (...args: readonly Value[]) => Value | Failure;

/** One way to call a function. */
export interface Overload {
  /** Upstream's id, which the cost model goes by: `string_to_url`. */
  readonly id: string;
  /** A method: the first argument is its target. */
  readonly method: boolean;
  readonly args: readonly CelType[];
  readonly result: CelType;
  readonly call: Operation | undefined;
  /** Evaluated as upstream's functions with a list of arguments: the first failure ends it, and costs nothing. */
  readonly stopsAtFailure: boolean;
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly overloads: readonly Overload[];
  /** One operation for all overloads, which looks at its arguments itself. */
  readonly operation: Operation | undefined;
  /** Whether arguments are given to an overload without a look at their types. */
  readonly unguarded: boolean;
}

/** Declares an overload: `overload('size_list', [listOf(a)], intType, sizeOfList)`. */
export function overload(
  id: string,
  args: readonly CelType[],
  result: CelType,
  call?: Operation,
  method = false,
): Overload {
  return { id, method, args, result, call, stopsAtFailure: args.length > 2 };
}

/** An overload that is a method of its first argument. */
export function method(id: string, args: readonly CelType[], result: CelType, call?: Operation): Overload {
  return overload(id, args, result, call, true);
}

export function declare(name: string, ...overloads: readonly Overload[]): FunctionDeclaration {
  return { name, overloads, operation: undefined, unguarded: false };
}

/** A function whose overloads share one operation. */
export function declareOne(name: string, operation: Operation, ...overloads: readonly Overload[]): FunctionDeclaration {
  return { name, overloads, operation, unguarded: false };
}

/** A message or an object of a schema: fields by name. */
export interface ObjectType {
  readonly name: string;
  /** The type of a field; undefined: there is no such field. */
  field(name: string): CelType | undefined;
  /** The names of its fields, as expressions write them; undefined where nobody can list them. */
  readonly fieldNames?: () => Iterable<string>;
  /** Makes a value of `Name{...}`; undefined for types of which no expression makes one. */
  readonly construct?: (fields: ReadonlyMap<string, Value>) => Value | Failure;
  /** The type of such a value, where it is another one (google.protobuf.Struct is a map). */
  readonly type?: CelType;
}

export interface Library {
  readonly functions?: readonly FunctionDeclaration[];
  readonly macros?: readonly Macro[];
  /** Types that expressions can name. */
  readonly types?: readonly CelType[];
  readonly objects?: readonly ObjectType[];
  /** Types of objects that nobody can list. */
  readonly resolveObject?: (name: string) => ObjectType | undefined;
  /** Names with a fixed value. */
  readonly constants?: readonly (readonly [name: string, type: CelType, value: Value])[];
}

export interface VariableDeclarations {
  readonly [name: string]: CelType;
}

/** What a name stands for: a variable, or a value that is known. */
export interface Declared {
  readonly name: string;
  readonly type: CelType;
  readonly value: Value | undefined;
}

/** The names that an expression may use. Immutable; `extend` makes a larger one. */
export class Environment {
  readonly macros: MacroTable;
  private readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  private readonly names: ReadonlyMap<string, Declared>;
  private readonly objects: ReadonlyMap<string, ObjectType>;

  constructor(
    private readonly libraries: readonly Library[],
    private readonly variables: VariableDeclarations = {},
  ) {
    this.macros = new MacroTable(libraries.flatMap(({ macros = [] }) => macros));
    this.functions = mergedFunctions(libraries.flatMap(({ functions = [] }) => functions));
    this.objects = new Map(libraries.flatMap(({ objects = [] }) => objects).map((object) => [object.name, object]));
    this.names = new Map(this.declaredNames().map((declared) => [declared.name, declared]));
  }

  extend(library: Library, variables: VariableDeclarations = {}): Environment {
    return new Environment([...this.libraries, library], { ...this.variables, ...variables });
  }

  allFunctions(): Iterable<FunctionDeclaration> {
    return this.functions.values();
  }

  /** Names of variables, some with dots. */
  variableNames(): readonly string[] {
    return Object.keys(this.variables);
  }

  findFunction(name: string): FunctionDeclaration | undefined {
    return this.functions.get(name);
  }

  /** A variable, a type or a constant, by its full name. */
  findName(name: string): Declared | undefined {
    const known = this.names.get(name);
    const object = known ? undefined : this.findObject(name);
    return object ? nameOfObject(object) : known;
  }

  findObject(name: string): ObjectType | undefined {
    return this.objects.get(name) ?? this.resolved(name);
  }

  private resolved(name: string): ObjectType | undefined {
    for (const { resolveObject } of this.libraries) {
      const object = resolveObject?.(name);
      if (object) return object;
    }
    return undefined;
  }

  private declaredNames(): Declared[] {
    const types = this.libraries.flatMap(({ types = [] }) => types);
    const constants = this.libraries.flatMap(({ constants = [] }) => constants);
    return [
      ...types.map((type): Declared => ({ name: type.name, type: typeOfType(type), value: type })),
      ...[...this.objects.values()].map(nameOfObject),
      ...constants.map(([name, type, value]): Declared => ({ name, type, value })),
      ...Object.entries(this.variables).map(([name, type]): Declared => ({ name, type, value: undefined })),
    ];
  }
}

function nameOfObject(object: ObjectType): Declared {
  const type = object.type ?? objectType(object.name);
  return { name: object.name, type: typeOfType(type), value: type };
}

function mergedFunctions(declarations: readonly FunctionDeclaration[]): ReadonlyMap<string, FunctionDeclaration> {
  const functions = new Map<string, FunctionDeclaration>();
  for (const declaration of declarations) {
    const known = functions.get(declaration.name);
    functions.set(declaration.name, known ? merged(known, declaration) : declaration);
  }
  return functions;
}

function merged(a: FunctionDeclaration, b: FunctionDeclaration): FunctionDeclaration {
  return {
    name: a.name,
    overloads: [...a.overloads, ...b.overloads],
    operation: a.operation ?? b.operation,
    unguarded: a.unguarded || b.unguarded,
  };
}
