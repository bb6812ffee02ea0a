import type { Checked, ResolvedCall } from '../check/checked.js';
import type { Declared, Environment } from '../environment.js';
import type {
  Call,
  Comprehension,
  Expression,
  ListLiteral,
  MapLiteral,
  MessageLiteral,
  Select,
} from '../syntax/ast.js';
import { accumulatorName } from '../syntax/ast.js';
import { operators } from '../syntax/operators.js';
import type { CompileProblem } from '../syntax/problem.js';
import { noSuchOverload, says } from '../values/failures.js';
import { CelMap } from '../values/map.js';
import { Failure, Optional, type Value } from '../values/value.js';
import { conditionalAttribute, type Qualifier } from './attribute.js';
import { callStep, calleeOf, logicStep, type Callee } from './calls.js';
import { attributeFrom } from './attribute.js';
import { foldStep } from './fold.js';
import { listStep, mapStep, messageStep } from './literals.js';
import { precompiled } from './patterns.js';
import { appendStep, optionalStep, planMembership, slotStep, stepsOf } from './plan-steps.js';
import { attributeOf, constant, fromAttribute, type Planned } from './planned.js';
import { isKey } from './qualify.js';
import type { Step } from './run.js';

/** An expression that can be evaluated. */
export interface Plan {
  readonly step: Step;
  /** How many values of macros' variables there are. */
  readonly slots: number;
}

/** What upstream finds out when it makes a program of a checked expression: an error to its user like any other. */
export class PlanFault extends Error {
  constructor(readonly problem: CompileProblem) {
    super(problem.message.id);
  }
}

/** Makes steps of a checked expression (interpreter/planner.go, with the optimizations of decOptimize). */
export function plan(checked: Checked, environment: Environment): Plan {
  const planner = new Planner(checked, environment);
  const { step } = planner.plan(checked.expression);
  return { step, slots: planner.slots };
}

/** Where the variables of macros around an expression are kept. */
interface Scope {
  readonly slots: ReadonlyMap<string, number>;
  /** Works out an accumulator's first value. */
  readonly initial?: Step;
  /** The accumulator is a list of its own, which can be added to in place. */
  readonly growing?: boolean;
  readonly outer: Scope | undefined;
}

class Planner {
  slots = 0;
  private readonly planned = new Map<Expression, Planned>();
  private scope: Scope | undefined;

  constructor(
    private readonly checked: Checked,
    private readonly environment: Environment,
  ) {}

  plan(expression: Expression): Planned {
    const known = this.planned.get(expression);
    if (known) return known;
    const planned = this.planFor(expression);
    this.planned.set(expression, planned);
    return planned;
  }

  private planFor(expression: Expression): Planned {
    switch (expression.kind) {
      case 'literal':
        return constant(expression.value);
      case 'identifier':
        return this.planName(expression);
      case 'select':
        return this.checked.nameOf(expression) ? this.planName(expression) : this.planSelect(expression);
      case 'call':
        return this.planCall(expression);
      case 'list':
        return this.planList(expression);
      case 'map':
        return this.planMap(expression);
      case 'message':
        return this.planMessage(expression);
      case 'comprehension':
        return this.planComprehension(expression);
    }
  }

  private planName(expression: Expression): Planned {
    const declared = this.checked.nameOf(expression)!;
    if (declared.value !== undefined) return constant(declared.value);
    if (declared.type.kind === 'type')
      throw new PlanFault({ message: says['not-a-variable']({ name: declared.name }), offset: expression.offset });
    return fromAttribute(attributeFrom(this.variableStep(declared)), false);
  }

  private variableStep({ name }: Declared): Step {
    for (let { scope } = this; scope; scope = scope.outer) {
      const slot = scope.slots.get(name);
      if (slot !== undefined) return slotStep(slot, scope.initial);
    }
    return (run) => {
      const value = run.activation.find(name);
      return value === undefined ? new Failure(says['not-a-variable']({ name })) : value;
    };
  }

  private planSelect({ operand, field, presence }: Select): Planned {
    const planned = this.plan(operand);
    const attribute = attributeOf(planned).with({ key: field, optional: false, presence });
    if (!presence) return fromAttribute(attribute, planned.free ?? false);
    // Asking costs nothing as a whole; upstream takes off the unit even where none was added.
    const units = planned.free ? -1 : 0;
    const step: Step = (run) => {
      const value = attribute.resolve(run);
      run.charge(units);
      return value instanceof Optional ? value.value !== undefined : value;
    };
    return { step, attribute, free: planned.free ?? false };
  }

  private planCall(call: Call): Planned {
    const resolved = this.checked.callOf(call)!;
    const expressions = resolved.isMethod ? [call.target!, ...call.args] : call.args;
    const args = expressions.map((argument) => this.plan(argument));
    const { name } = resolved.declaration;
    switch (name) {
      case operators.and:
        return { step: logicStep(false, stepsOf(args)) };
      case operators.or:
        return { step: logicStep(true, stepsOf(args)) };
      case operators.conditional:
        return this.planConditional(args);
      case operators.index:
        return this.planIndex(call, args, false);
      case operators.optionalIndex:
      case operators.optionalSelect:
        return this.planIndex(call, args, true);
      case 'or':
      case 'orValue':
        return { step: optionalStep(name, args) };
      default:
        return this.planOperation(call, resolved, args, expressions);
    }
  }

  private planConditional([condition, yes, no]: readonly Planned[]): Planned {
    const attribute = conditionalAttribute(condition!.step, attributeOf(yes!), attributeOf(no!));
    return fromAttribute(attribute, true);
  }

  private planIndex(call: Call, [operand, index]: readonly Planned[], optional: boolean): Planned {
    const key = index!.constant ? this.constantKey(call, index!.constant.value) : attributeOf(index!).resolve;
    const qualifier: Qualifier = { key, optional, presence: false };
    return fromAttribute(attributeOf(operand!).with(qualifier), operand!.free ?? false);
  }

  private constantKey({ offset }: Call, key: Value): Value {
    if (isKey(key)) return key;
    throw new PlanFault({ message: noSuchOverload.reason, offset });
  }

  private planOperation(
    call: Call,
    { declaration, overloadId }: ResolvedCall,
    args: readonly Planned[],
    expressions: readonly Expression[],
  ): Planned {
    const { name } = declaration;
    if (overloadId === 'in_list') {
      const membership = planMembership(args);
      if (membership) return membership;
    }
    const callee = this.calleeFor(call, name, args) ?? calleeOf(declaration, overloadId);
    if (conversions.has(name) && args.length === 1 && args[0]!.constant)
      return this.folded(call, callee, args[0]!.constant.value);
    if (name === operators.add && this.isGrowing(expressions[0])) return { step: appendStep(stepsOf(args)) };
    return { step: callStep(name, overloadId, callee, stepsOf(args)) };
  }

  /** A regular expression that is known is compiled once; that it is none is known then too. */
  private calleeFor(call: Call, name: string, args: readonly Planned[]): Callee | undefined {
    const pattern = args[1]?.constant?.value;
    const operation = typeof pattern === 'string' ? precompiled(name, pattern) : undefined;
    if (operation instanceof Failure) throw new PlanFault({ message: operation.reason, offset: call.offset });
    return operation && { operation, stopsAtFailure: true };
  }

  private folded({ offset }: Call, { operation }: Callee, argument: Value): Planned {
    const value = operation(argument);
    if (value instanceof Failure) throw new PlanFault({ message: value.reason, offset });
    return constant(value);
  }

  private isGrowing(expression: Expression | undefined): boolean {
    if (expression?.kind !== 'identifier' || expression.name !== accumulatorName) return false;
    for (let { scope } = this; scope; scope = scope.outer)
      if (scope.slots.has(accumulatorName)) return scope.growing ?? false;
    return false;
  }

  private planList({ elements }: ListLiteral): Planned {
    const values = elements.map(({ value }) => this.plan(value));
    const constants = values.map((value) => value.constant);
    if (constants.every((value) => value !== undefined) && elements.every(({ optional }) => !optional))
      return constant(constants.map(({ value }) => value));
    return { step: listStep(elements.map(({ optional }, at) => ({ step: values[at]!.step, optional }))) };
  }

  private planMap({ entries }: MapLiteral): Planned {
    const parts = entries.map(({ key, value, optional }) => ({
      key: this.plan(key),
      value: this.plan(value),
      optional,
    }));
    const known = parts.every(({ key, value, optional }) => key.constant && value.constant && !optional);
    if (!known)
      return {
        step: mapStep(parts.map(({ key, value, optional }) => ({ key: key.step, value: value.step, optional }))),
      };
    const map = new CelMap();
    for (const { key, value } of parts) map.set(key.constant!.value, value.constant!.value);
    return constant(map);
  }

  private planMessage(message: MessageLiteral): Planned {
    const object = this.environment.findObject(this.checked.nameOf(message)!.name);
    const steps = message.fields.map(({ name, value, optional }) => ({ name, step: this.plan(value).step, optional }));
    return { step: messageStep(object?.construct, steps) };
  }

  private planComprehension(comprehension: Comprehension): Planned {
    const { accumulator, variable, secondVariable, initial } = comprehension;
    const range = this.plan(comprehension.range).step;
    const growing = accumulator === accumulatorName && initial.kind === 'list' && initial.elements.length === 0;
    const slots = {
      accumulator: this.slots++,
      first: this.slots++,
      second: secondVariable === undefined ? undefined : this.slots++,
    };
    const outer = this.scope;
    const result: Scope = {
      slots: new Map([[accumulator, slots.accumulator]]),
      initial: this.initialStep(comprehension, growing),
      growing,
      outer,
    };
    const variables = new Map([[variable, slots.first]]);
    if (secondVariable !== undefined) variables.set(secondVariable, slots.second!);
    this.scope = { slots: variables, outer: result };
    const condition = this.plan(comprehension.condition).step;
    const step = this.plan(comprehension.step).step;
    this.scope = result;
    const resultStep = this.plan(comprehension.result).step;
    this.scope = outer;
    return { step: foldStep({ range, slots, condition, step, result: resultStep }) };
  }

  /** What the macro collects into is new each time. */
  private initialStep({ initial, accumulator }: Comprehension, growing: boolean): Step {
    if (growing) return () => [];
    if (accumulator === accumulatorName && initial.kind === 'map') return () => new CelMap();
    return this.plan(initial).step;
  }
}

/** overloads.IsTypeConversionFunction: of these a constant makes a constant. */
const conversions = new Set([
  'bool',
  'bytes',
  'double',
  'duration',
  'dyn',
  'int',
  'string',
  'timestamp',
  'type',
  'uint',
]);
