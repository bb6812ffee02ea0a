import type { Range } from '@podlint/syntax';

interface Nested<Value> {
  readonly range: Range;
  readonly value: Value;
  readonly around: Nested<Value> | undefined;
}

/** Ranges of nodes of one text, which lie in each other or apart: those around a place are found without a look at the others. */
export class NestedRanges<Value> {
  private readonly nested: readonly Nested<Value>[];

  constructor(entries: readonly { readonly range: Range; readonly value: Value }[]) {
    const sorted = [...entries].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
    const nested: Nested<Value>[] = [];
    let around: Nested<Value> | undefined;
    for (const { range, value } of sorted) {
      while (around && around.range.end < range.end) around = around.around;
      around = { range, value, around };
      nested.push(around);
    }
    this.nested = nested;
  }

  /** The values of the ranges that a range lies in, the innermost first. */
  around({ start, end }: Range): Value[] {
    const values: Value[] = [];
    for (let one = this.lastFrom(start); one; one = one.around) if (end <= one.range.end) values.push(one.value);
    return values;
  }

  /** The last range that starts at an offset or before it. */
  private lastFrom(offset: number): Nested<Value> | undefined {
    let [low, high] = [0, this.nested.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.nested[middle]?.range.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.nested[low - 1];
  }
}
