/** How large something is at least and at most, as a uint64 that stays at its largest value. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export const largest = 2 ** 64;
export const unknownRange: Range = { min: 0, max: largest };
export const fixed = (value: number): Range => ({ min: value, max: value });

export function add(a: Range, b: Range): Range {
  return { min: Math.min(a.min + b.min, largest), max: Math.min(a.max + b.max, largest) };
}

export function sum(ranges: readonly Range[]): Range {
  return ranges.reduce(add, fixed(0));
}

export function multiply(a: Range, b: Range): Range {
  return { min: Math.min(a.min * b.min, largest), max: Math.min(a.max * b.max, largest) };
}

export function times({ min, max }: Range, factor: number): Range {
  return { min: Math.min(Math.ceil(min * factor), largest), max: Math.min(Math.ceil(max * factor), largest) };
}

export function union(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}
