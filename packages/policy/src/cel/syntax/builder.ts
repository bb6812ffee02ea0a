import type { Call, Comprehension, Expression, ListElement, MapEntry } from './ast.js';
import { accumulatorName } from './ast.js';
import type { Value } from '../values/value.js';

/** Makes nodes at one offset, as a macro does, whose parts are all where its parenthesis is. */
export class Builder {
  constructor(private readonly offset: number) {}

  literal(value: Value): Expression {
    return { kind: 'literal', value, offset: this.offset, depth: 0 };
  }

  identifier(name: string): Expression {
    return { kind: 'identifier', name, offset: this.offset, depth: 0 };
  }

  accumulator(): Expression {
    return this.identifier(accumulatorName);
  }

  call(name: string, ...args: readonly Expression[]): Call {
    return { kind: 'call', name, target: undefined, args, offset: this.offset, depth: deepest(args) };
  }

  method(name: string, target: Expression, ...args: readonly Expression[]): Call {
    return { kind: 'call', name, target, args, offset: this.offset, depth: deepest([target, ...args]) + 1 };
  }

  list(...values: readonly Expression[]): Expression {
    const elements = values.map((value): ListElement => ({ value, optional: false }));
    return { kind: 'list', elements, offset: this.offset, depth: deepest(values) };
  }

  emptyMap(): Expression {
    const entries: readonly MapEntry[] = [];
    return { kind: 'map', entries, offset: this.offset, depth: 0 };
  }

  comprehension(parts: Omit<Comprehension, 'kind' | 'offset' | 'depth'>): Expression {
    const inner = [parts.range, parts.initial, parts.condition, parts.step, parts.result];
    return { kind: 'comprehension', ...parts, offset: this.offset, depth: deepest(inner) };
  }
}

export function deepest(expressions: readonly Expression[]): number {
  return expressions.reduce((depth, expression) => Math.max(depth, expression.depth), 0);
}
