import { childrenOf, type Expression } from './ast.js';

/** More parts than any expression has that is meant seriously: what is longer than the server reads has fewer. */
export const largest = 1_000_000;

/**
 * Whether macros have made too much of an expression: `optMap` has its target twice, so that forty of them, one on
 * another, have it a billion times.
 */
export function isTooLarge(expression: Expression): boolean {
  const sizes = new Map<Expression, number>();
  const sizeOf = (node: Expression): number => {
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const size = childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);
    sizes.set(node, size);
    return size;
  };
  return sizeOf(expression) > largest;
}
