import type { Declared, Environment, FunctionDeclaration } from '../environment.js';
import {
  qualifiedName,
  type Call,
  type Comprehension,
  type Expression,
  type ListLiteral,
  type MapLiteral,
  type MessageLiteral,
  type Select,
} from '../syntax/ast.js';
import { operators } from '../syntax/operators.js';
import {
  boolType,
  CelType,
  dynType,
  errorType,
  isDynamic,
  isOptionalType,
  listOf,
  mapOf,
  optionalOf,
} from '../types.js';
import { typeOf } from '../values/type-of.js';
import type { Checked, ResolvedCall } from './checked.js';
import { Expectations } from './expectations.js';
import { MacroScope } from './macro-scope.js';
import { says } from './messages.js';
import { shownName } from '../syntax/operators.js';
import { resolveOverload } from './overloads.js';
import { Substitutions } from './substitutions.js';

/** Checks the types of an expression (checker/checker.go). */
export function check(expression: Expression, environment: Environment): Checked {
  const checker = new Checker(environment);
  checker.check(expression);
  return checker.result(expression);
}

class Checker {
  private readonly types = new Map<Expression, CelType>();
  private readonly names = new Map<Expression, Declared>();
  private readonly calls = new Map<Expression, ResolvedCall>();
  private readonly substitutions = new Substitutions();
  private readonly expect = new Expectations(this.substitutions);
  private scope: MacroScope | undefined;

  constructor(private readonly environment: Environment) {}

  result(expression: Expression): Checked {
    const typeOf = (node: Expression): CelType => this.substitutions.resolve(this.types.get(node) ?? dynType);
    return {
      expression,
      type: typeOf(expression),
      problems: this.expect.problems,
      typeOf,
      nameOf: (node) => this.names.get(node),
      callOf: (node) => this.calls.get(node),
    };
  }

  /** The type of an expression; one that stands in two places (a macro's target) is looked at once. */
  check(expression: Expression): CelType {
    const known = this.types.get(expression);
    if (known) return known;
    const type = this.typeFor(expression);
    this.types.set(expression, type);
    return type;
  }

  private typeFor(expression: Expression): CelType {
    switch (expression.kind) {
      case 'literal':
        return typeOf(expression.value);
      case 'identifier':
        return this.checkIdentifier(expression, expression.name);
      case 'select':
        return this.checkSelect(expression);
      case 'call':
        return this.checkCall(expression);
      case 'list':
        return this.checkList(expression);
      case 'map':
        return this.checkMap(expression);
      case 'message':
        return this.checkMessage(expression);
      case 'comprehension':
        return this.checkComprehension(expression);
    }
  }

  private lookUp(name: string): Declared | undefined {
    // A leading dot names what is declared, whatever a macro's variable is called.
    const plain = withoutDot(name);
    return this.scope?.find(plain) ?? this.environment.findName(plain);
  }

  private checkIdentifier(expression: Expression, name: string): CelType {
    const declared = this.lookUp(name);
    if (!declared) {
      this.expect.report(expression, says['unknown-name']({ name }));
      return errorType;
    }
    this.names.set(expression, declared);
    return declared.type;
  }

  private checkSelect(expression: Select): CelType {
    const name = qualifiedName(expression);
    const declared = name === undefined ? undefined : this.lookUp(name);
    if (declared) {
      this.names.set(expression, declared);
      return declared.type;
    }
    const type = this.checkField(expression, expression.operand, expression.field, false);
    return expression.presence ? boolType : this.substitutions.apply(type);
  }

  /** checkSelectField: the field of an optional is an optional. */
  private checkField(at: Expression, operand: Expression, field: string, optional: boolean): CelType {
    const type = this.substitutions.apply(this.check(operand));
    const inOptional = isOptionalType(type);
    const result = this.fieldOf(at, inOptional ? type.parameters[0]! : type, field);
    return inOptional || optional ? optionalOf(result) : result;
  }

  private fieldOf(at: Expression, type: CelType, field: string): CelType {
    switch (type.kind) {
      case 'map':
        return type.parameters[1]!;
      case 'struct':
        return this.fieldOfObject(at, type, field);
      case 'parameter':
        this.substitutions.isAssignable(dynType, type);
        return dynType;
      default:
        if (!isDynamic(type) && type.kind !== 'error')
          this.expect.report(at, says['no-fields']({ type: String(type) }));
        return dynType;
    }
  }

  private fieldOfObject(at: { readonly offset: number }, type: CelType, field: string): CelType {
    const found = this.environment.findObject(type.name)?.field(field);
    if (!found) this.expect.report(at, says['unknown-field']({ field }));
    return found ?? errorType;
  }

  private checkCall(call: Call): CelType {
    if (call.name === operators.optionalSelect) return this.checkOptionalSelect(call);
    for (const argument of call.args) this.check(argument);
    if (!call.target) return this.checkFunction(call, call.name, undefined);
    const prefix = qualifiedName(call.target);
    const name = prefix === undefined ? undefined : `${prefix}.${call.name}`;
    if (name !== undefined && this.environment.findFunction(withoutDot(name)))
      return this.checkFunction(call, name, undefined);
    this.check(call.target);
    return this.checkFunction(call, call.name, call.target);
  }

  private checkOptionalSelect(call: Call): CelType {
    const [operand, field] = call.args;
    const name = field?.kind === 'literal' && typeof field.value === 'string' ? field.value : '';
    const declaration = this.environment.findFunction(call.name);
    if (declaration) this.calls.set(call, { declaration, overloadId: 'select_optional_field', isMethod: false });
    return this.substitutions.apply(this.checkField(call, operand!, name, true));
  }

  private checkFunction(call: Call, name: string, target: Expression | undefined): CelType {
    const declaration = this.environment.findFunction(withoutDot(name));
    if (!declaration) {
      this.expect.report(call, says['unknown-function']({ name }));
      return errorType;
    }
    const args = target ? [target, ...call.args] : call.args;
    if (declaration.name === operators.and || declaration.name === operators.or)
      return this.checkLogic(call, declaration);
    const types = args.map((argument) => this.types.get(argument)!);
    const resolution = resolveOverload(declaration, types, target !== undefined, this.substitutions);
    if (!resolution) {
      const shown = types.map((type) => this.substitutions.resolve(type)).join(', ');
      this.expect.report(call, says['no-overload']({ function: shownName(declaration.name), types: `(${shown})` }));
      return errorType;
    }
    this.calls.set(call, { declaration, overloadId: resolution.overloadId, isMethod: target !== undefined });
    return resolution.type;
  }

  private checkLogic(call: Call, declaration: FunctionDeclaration): CelType {
    const fine = call.args.map((argument) => this.expect.bool(argument, this.types.get(argument)!)).every(Boolean);
    if (!fine) return errorType;
    const overloadId = declaration.overloads[0]!.id;
    this.calls.set(call, { declaration, overloadId, isMethod: false });
    return boolType;
  }

  private checkList({ elements }: ListLiteral): CelType {
    let joined: CelType | undefined;
    for (const { value, optional } of elements)
      joined = this.substitutions.join(joined, this.expect.unwrapped(value, this.check(value), optional));
    return listOf(joined ?? this.substitutions.freshParameter());
  }

  private checkMap({ entries }: MapLiteral): CelType {
    let keys: CelType | undefined;
    let values: CelType | undefined;
    for (const { key, value, optional } of entries) {
      keys = this.substitutions.join(keys, this.check(key));
      values = this.substitutions.join(values, this.expect.unwrapped(value, this.check(value), optional));
    }
    return mapOf(keys ?? this.substitutions.freshParameter(), values ?? this.substitutions.freshParameter());
  }

  private checkMessage(message: MessageLiteral): CelType {
    const declared = this.lookUp(message.typeName);
    const object = declared && this.environment.findObject(declared.name);
    if (!declared || !object || declared.type.kind !== 'type') {
      const name = message.typeName;
      this.expect.report(message, declared ? says['not-a-message']({ type: name }) : says['unknown-name']({ name }));
      for (const { value } of message.fields) this.check(value);
      return errorType;
    }
    this.names.set(message, declared);
    for (const field of message.fields) {
      const type = object.field(field.name);
      if (!type) this.expect.report(field, says['unknown-field']({ field: field.name }));
      const found = this.expect.unwrapped(field.value, this.check(field.value), field.optional);
      if (type && !this.substitutions.isAssignable(type, found))
        this.expect.report(
          field,
          says['field-type']({
            field: field.name,
            expected: String(type),
            found: String(this.substitutions.resolve(found)),
          }),
        );
    }
    return declared.type.parameters[0]!;
  }

  private checkComprehension(comprehension: Comprehension): CelType {
    const { range, initial, accumulator, condition, step, result } = comprehension;
    const rangeType = this.substitutions.apply(this.check(range));
    const accumulated = this.check(initial);
    const outer = this.scope;
    this.scope = new MacroScope(new Map([[accumulator, accumulated]]), outer);
    const inner = this.scope;
    this.scope = new MacroScope(this.variablesOf(comprehension, rangeType), inner);
    this.expect.bool(condition, this.check(condition));
    this.expect.type(step, accumulated, this.check(step));
    this.scope = inner;
    const type = this.check(result);
    this.scope = outer;
    return this.substitutions.apply(type);
  }

  private variablesOf({ range, variable, secondVariable }: Comprehension, type: CelType): Map<string, CelType> {
    const [first, second] = this.expect.itemTypes(range, type, secondVariable === undefined ? 'one' : 'two');
    const names = new Map([[variable, first]]);
    return secondVariable === undefined ? names : names.set(secondVariable, second);
  }
}

function withoutDot(name: string): string {
  return name.startsWith('.') ? name.slice(1) : name;
}
