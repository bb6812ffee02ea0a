import type { Checked } from '../check/checked.js';
import type { FunctionDeclaration } from '../environment.js';
import { operators } from '../syntax/operators.js';
import { accumulatorName, type Call, type Comprehension, type Expression, type Select } from '../syntax/ast.js';
import { literalSize, scalarKinds } from './sizes.js';
import { kubernetesCalls } from './kubernetes-calls.js';
import { NodeSizes, type CallEstimate, type EstimatedCall, type EstimatedNode } from './node.js';
import type { SizeOfPath, ValuePath } from './node.js';
import { add, fixed, multiply, sum, times, union, type Range } from './range.js';
import { extensionCalls, standardCalls } from './standard-calls.js';

/** What an expression costs at least and at most, before anything is known of its variables but how large they can be. */
export function estimateCost(checked: Checked, sizeOfPath: SizeOfPath): Range {
  return new Estimator(checked, sizeOfPath).cost(checked.expression);
}

/** Sizes of the keys and values of what a literal or an operator makes. */
interface EntrySizes {
  readonly isList: boolean;
  readonly key: Range;
  readonly value: Range;
}

interface LocalVariable {
  readonly path: ValuePath;
  readonly size: Range | undefined;
  readonly entries: EntrySizes | undefined;
}

const none: Range = fixed(0);
const one: Range = fixed(1);
const perCharacter = 0.1;

/** checker/cost.go of cel-go, coster. Asking whether a field is there costs nothing (apiserver/pkg/cel/environment). */
class Estimator {
  private readonly nodeSizes: NodeSizes;
  private readonly paths = new Map<Expression, ValuePath>();
  private readonly sizes = new Map<Expression, Range>();
  private readonly entries = new Map<Expression, EntrySizes>();
  private readonly locals = new Map<string, LocalVariable[]>();

  constructor(
    private readonly checked: Checked,
    sizeOfPath: SizeOfPath,
  ) {
    this.nodeSizes = new NodeSizes(sizeOfPath);
  }

  cost(expression: Expression): Range {
    switch (expression.kind) {
      case 'literal':
        return none;
      case 'identifier':
        return this.costName(expression, expression.name);
      case 'select':
        return this.costSelect(expression);
      case 'call':
        return this.costCall(expression);
      case 'list':
        return this.costList(
          expression,
          expression.elements.map(({ value }) => value),
        );
      case 'map':
        return this.costMap(expression, expression.entries);
      case 'message':
        return add(sum(expression.fields.map(({ value }) => this.cost(value))), fixed(40));
      case 'comprehension':
        return this.costComprehension(expression);
    }
  }

  private costName(expression: Expression, name: string): Range {
    this.paths.set(expression, this.local(name)?.path ?? [name]);
    return one;
  }

  private costSelect(select: Select): Range {
    const { operand, field, presence } = select;
    const cost = this.cost(operand);
    if (presence) return cost;
    this.paths.set(select, [...this.pathOf(operand), field]);
    const { kind } = this.checked.typeOf(operand);
    return kind === 'map' || kind === 'struct' || kind === 'parameter' ? add(cost, one) : cost;
  }

  private costList(list: Expression, items: readonly Expression[]): Range {
    const costs = sum(items.map((item) => this.cost(item)));
    this.entries.set(list, { isList: true, key: one, value: this.unionOf(items) });
    return add(costs, fixed(10));
  }

  private costMap(map: Expression, entries: readonly { key: Expression; value: Expression }[]): Range {
    const costs = sum(entries.flatMap(({ key, value }) => [this.cost(key), this.cost(value)]));
    const key = this.unionOf(entries.map((entry) => entry.key));
    const value = this.unionOf(entries.map((entry) => entry.value));
    this.entries.set(map, { isList: false, key, value });
    return add(costs, fixed(30));
  }

  private unionOf(expressions: readonly Expression[]): Range {
    return expressions
      .map((expression) => this.sizeOrUnknown(expression))
      .reduceRight(union, { min: Infinity, max: 0 });
  }

  private costComprehension(node: Comprehension): Range {
    const { range, initial, accumulator, variable, secondVariable } = node;
    const before = add(this.cost(range), this.cost(initial));
    this.push(accumulator, {
      path: this.pathOf(initial),
      size: this.sizeOf(initial),
      entries: this.entriesOf(initial),
    });
    const [first, second] = this.itemsOf(range, secondVariable !== undefined);
    this.push(variable, first);
    if (secondVariable !== undefined) this.push(secondVariable, second);
    const each = add(this.cost(node.condition), this.cost(node.step));
    this.pop(variable);
    if (secondVariable !== undefined) this.pop(secondVariable);
    const result = this.cost(node.result);
    this.pop(accumulator);
    const count = this.sizeOrUnknown(range);
    this.keepSize(node, count);
    return sum([before, result, multiply(count, each)]);
  }

  private keepSize(node: Comprehension, count: Range): void {
    const { initial, step } = node;
    if (initial.kind === 'literal') this.keep(this.sizes, node, this.sizeOf(initial));
    if (initial.kind !== 'list' && initial.kind !== 'map') return;
    this.sizes.set(node, count);
    this.keep(this.entries, node, this.entriesOf(step));
  }

  /** The variables of a loop: key and value, or the one that there is. */
  private itemsOf(range: Expression, two: boolean): readonly [LocalVariable, LocalVariable] {
    const entries = this.entriesOf(range);
    const isList = entries?.isList ?? this.checked.typeOf(range).kind === 'list';
    const path = this.pathOf(range);
    const key = { path: [...path, isList ? '@indices' : '@keys'], size: entries?.key, entries: undefined };
    const value = { path: [...path, isList ? '@items' : '@values'], size: entries?.value, entries: undefined };
    return two || !isList ? [key, value] : [value, value];
  }

  private costCall(call: Call): Range {
    const resolved = this.checked.callOf(call);
    const [first] = call.args;
    if (call.name === 'dyn' && first) return this.costDyn(call, first);
    const costs = call.args.map((argument) => this.cost(argument));
    if (!resolved) return none;
    const before = call.target && resolved.isMethod ? this.cost(call.target) : none;
    if (call.name === operators.and || call.name === operators.or)
      return { min: costs[0]?.min ?? 0, max: sum(costs).max };
    const target = call.target && resolved.isMethod ? this.node(call.target) : undefined;
    const args = call.args.map((argument) => this.node(argument));
    const overloads = overloadsOf(resolved.declaration, resolved.overloadId, resolved.isMethod, args.length);
    const estimates = overloads.map((overloadId) => {
      return this.estimate(call, { name: resolved.declaration.name, overloadId, target, args }, costs);
    });
    this.keepResult(call, estimates, overloads, first);
    const cost = estimates.map((estimate) => estimate.cost).reduce(union, { min: Infinity, max: 0 });
    return add(before, cost);
  }

  private costDyn(call: Call, argument: Expression): Range {
    const cost = add(one, this.cost(argument));
    this.keep(this.sizes, call, this.sizeOf(argument));
    this.keep(this.entries, call, this.entriesOf(argument));
    return cost;
  }

  private keepResult(
    call: Call,
    estimates: readonly CallEstimate[],
    overloads: readonly string[],
    list: Expression | undefined,
  ): void {
    const sizes = estimates.flatMap(({ size }) => size ?? []);
    const [size] = sizes;
    const isIndex = overloads.includes('index_list') || overloads.includes('index_map');
    if (isIndex && list) {
      this.paths.set(call, [...this.pathOf(list), overloads.includes('index_map') ? '@values' : '@items']);
      this.keep(this.sizes, call, this.entriesOf(list)?.value ?? this.sizeOf(call));
    } else this.keep(this.sizes, call, size ? sizes.reduce(union, size) : this.sizeOf(call));
  }

  private estimate(call: Call, estimated: EstimatedCall, costs: readonly Range[]): CallEstimate {
    const known =
      extensionCalls.get(estimated.overloadId)?.(estimated, this.nodeSizes) ??
      kubernetesCalls.get(estimated.name)?.(estimated, this.nodeSizes);
    if (known) return { ...known, cost: add(known.cost, sum(costs)) };
    if (estimated.overloadId === 'conditional') return this.estimateConditional(call, costs);
    if (additions.has(estimated.overloadId)) return this.estimateAddition(call, estimated, costs);
    const standard = standardCalls.get(estimated.overloadId)?.(estimated, this.nodeSizes) ?? { cost: one };
    return { ...standard, cost: add(standard.cost, sum(costs)) };
  }

  private estimateConditional({ args, ...call }: Call, costs: readonly Range[]): CallEstimate {
    const [condition = none, yes = none, no = none] = costs;
    const [, first, second] = args;
    this.keepUnion({ args, ...call }, first, second);
    const size = first && second ? union(this.sizeOrUnknown(first), this.sizeOrUnknown(second)) : undefined;
    return { cost: add(condition, union(yes, no)), ...(size && { size }) };
  }

  private estimateAddition(call: Call, { overloadId }: EstimatedCall, costs: readonly Range[]): CallEstimate {
    const [first, second] = call.args;
    if (!first || !second) return { cost: add(one, sum(costs)) };
    this.keepUnion(call, first, second);
    const size = add(this.sizeOrUnknown(first), this.sizeOrUnknown(second));
    return { cost: add(overloadId === 'add_list' ? one : times(size, perCharacter), sum(costs)), size };
  }

  private keepUnion(call: Call, first: Expression | undefined, second: Expression | undefined): void {
    const a = first && this.entriesOf(first);
    const b = second && this.entriesOf(second);
    if (a && b) this.entries.set(call, { ...a, key: union(a.key, b.key), value: union(a.value, b.value) });
  }

  private node(expression: Expression): EstimatedNode {
    const path = this.pathOf(expression);
    return {
      type: this.checked.typeOf(expression),
      path: path.length === 0 || path[0] === accumulatorName ? undefined : path,
      size: this.sizeOf(expression),
      expression,
    };
  }

  private sizeOrUnknown(expression: Expression): Range {
    return this.nodeSizes.of({ size: this.sizeOf(expression), path: undefined });
  }

  private sizeOf(expression: Expression): Range | undefined {
    const known = this.sizes.get(expression) ?? literalSize(expression) ?? this.nodeSizes.at(this.pathOf(expression));
    if (known) return known;
    if (scalarKinds.has(this.checked.typeOf(expression).kind)) return one;
    return expression.kind === 'identifier' ? this.local(expression.name)?.size : undefined;
  }

  private entriesOf(expression: Expression): EntrySizes | undefined {
    const known = this.entries.get(expression);
    return known ?? (expression.kind === 'identifier' ? this.local(expression.name)?.entries : undefined);
  }

  private pathOf(expression: Expression): ValuePath {
    const local = expression.kind === 'identifier' ? this.local(expression.name) : undefined;
    return local?.path ?? this.paths.get(expression) ?? [];
  }

  private keep<Value>(map: Map<Expression, Value>, expression: Expression, value: Value | undefined): void {
    if (value !== undefined) map.set(expression, value);
  }

  private local(name: string): LocalVariable | undefined {
    return this.locals.get(name)?.at(-1);
  }

  private push(name: string, variable: LocalVariable): void {
    this.locals.set(name, [...(this.locals.get(name) ?? []), variable]);
  }

  private pop(name: string): void {
    this.locals.set(name, (this.locals.get(name) ?? []).slice(0, -1));
  }
}

const additions: ReadonlySet<string> = new Set(['add_string', 'add_bytes', 'add_list']);

/** The overloads that a call may come to: one, or all that have as many arguments. */
function overloadsOf(
  { overloads }: FunctionDeclaration,
  overloadId: string | undefined,
  isMethod: boolean,
  count: number,
): readonly string[] {
  if (overloadId !== undefined) return [overloadId];
  const size = isMethod ? count + 1 : count;
  return overloads.filter(({ method, args }) => method === isMethod && args.length === size).map(({ id }) => id);
}
