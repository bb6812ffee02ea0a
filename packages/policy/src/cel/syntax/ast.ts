import type { Value } from '../values/value.js';

/** A node of a parsed expression. It is known by itself: types and references are kept beside it, in maps. */
export type Expression =
  Literal | Identifier | Select | Call | ListLiteral | MapLiteral | MessageLiteral | Comprehension;

interface Node {
  /** Where upstream reports what is wrong with it: an operator, a dot, a parenthesis. UTF-16 units. */
  readonly offset: number;
  /** How deep upstream's visitors go into it; they give up at 250. */
  readonly depth: number;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: Value;
}

interface Identifier extends Node {
  readonly kind: 'identifier';
  /** With a leading dot where it was written with one. */
  readonly name: string;
}

export interface Select extends Node {
  readonly kind: 'select';
  readonly operand: Expression;
  readonly field: string;
  /** `has(operand.field)` */
  readonly presence: boolean;
}

/** A function, a method (with a target), or an operator under its name (`_+_`). */
export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly target: Expression | undefined;
  readonly args: readonly Expression[];
}

export interface ListLiteral extends Node {
  readonly kind: 'list';
  readonly elements: readonly ListElement[];
}

export interface ListElement {
  readonly value: Expression;
  /** `[?value]` */
  readonly optional: boolean;
}

export interface MapLiteral extends Node {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: Expression;
  readonly value: Expression;
  readonly optional: boolean;
}

export interface MessageLiteral extends Node {
  readonly kind: 'message';
  readonly typeName: string;
  readonly fields: readonly MessageField[];
}

export interface MessageField {
  readonly offset: number;
  readonly name: string;
  readonly value: Expression;
  readonly optional: boolean;
}

/**
 * What macros become: for each item of the range `accumulator = step` as long as the condition holds, then the result.
 */
export interface Comprehension extends Node {
  readonly kind: 'comprehension';
  readonly range: Expression;
  readonly variable: string;
  /** Of `all(i, v, ...)`: the value beside the index or key. */
  readonly secondVariable: string | undefined;
  readonly accumulator: string;
  readonly initial: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

/** The name upstream gives to accumulators; no expression can write it. */
export const accumulatorName = '@result';

/** `a.b.c` as a name; undefined for anything else. */
export function qualifiedName(expression: Expression): string | undefined {
  if (expression.kind === 'identifier') return expression.name;
  if (expression.kind !== 'select' || expression.presence) return undefined;
  const operand = qualifiedName(expression.operand);
  return operand === undefined ? undefined : `${operand}.${expression.field}`;
}

/** The expressions directly inside, in the order of the text as far as macros leave one. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'identifier':
      return [];
    case 'select':
      return [expression.operand];
    case 'call':
      return expression.target ? [expression.target, ...expression.args] : expression.args;
    case 'list':
      return expression.elements.map(({ value }) => value);
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'message':
      return expression.fields.map(({ value }) => value);
    case 'comprehension':
      return [expression.range, expression.initial, expression.condition, expression.step, expression.result];
  }
}
