import type { Expression } from '../syntax/ast.js';
import type { CompileProblem } from '../syntax/problem.js';
import { boolType, dynType, errorType, isDynamic, isOptionalType, type CelType } from '../types.js';
import { itemTypes } from './item-types.js';
import { says } from './messages.js';
import type { Substitutions } from './substitutions.js';

/** What the types of expressions have to be where they stand; notes where they are not. */
export class Expectations {
  readonly problems: CompileProblem[] = [];

  constructor(private readonly substitutions: Substitutions) {}

  report({ offset }: { readonly offset: number }, message: CompileProblem['message']): void {
    this.problems.push({ message, offset });
  }

  bool(expression: Expression, type: CelType): boolean {
    if (this.substitutions.isAssignable(type, boolType)) return true;
    this.report(expression, says['not-bool']({ type: String(this.substitutions.resolve(type)) }));
    return false;
  }

  type(at: Expression, expected: CelType, found: CelType): void {
    if (this.substitutions.isAssignable(expected, found)) return;
    const shown = {
      expected: String(this.substitutions.resolve(expected)),
      found: String(this.substitutions.resolve(found)),
    };
    this.report(at, says['mixed-types'](shown));
  }

  /** What an optional item puts in. */
  unwrapped(at: Expression, type: CelType, optional: boolean): CelType {
    if (!optional) return type;
    if (isOptionalType(type)) return type.parameters[0]!;
    if (!isDynamic(type)) this.report(at, says['not-optional']({ type: String(type) }));
    return type;
  }

  /** What a macro names of each item. */
  itemTypes(range: Expression, type: CelType, variables: 'one' | 'two'): readonly [CelType, CelType] {
    const types = itemTypes(type, variables);
    if (types === 'none') this.report(range, says['not-iterable']({ type: String(type) }));
    else if (types !== 'any') return types;
    else this.substitutions.isAssignable(dynType, type);
    return types === 'none' ? [errorType, errorType] : [dynType, dynType];
  }
}
