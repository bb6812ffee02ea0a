import type { Expression } from '../syntax/ast.js';
import type { TypeKind } from '../types.js';
import { costSize } from '../evaluate/cost.js';
import { fixed, type Range } from './range.js';

/** Types whose values have the size one. */
export const scalarKinds: ReadonlySet<TypeKind> = new Set<TypeKind>([
  'bool',
  'double',
  'duration',
  'int',
  'null',
  'timestamp',
  'uint',
]);

/** The size of a literal; undefined for what is none (computeExprSize). */
export function literalSize(expression: Expression): Range | undefined {
  switch (expression.kind) {
    case 'literal':
      return fixed(costSize(expression.value));
    case 'list':
      return fixed(expression.elements.length);
    case 'map':
      return fixed(expression.entries.length);
    default:
      return undefined;
  }
}
