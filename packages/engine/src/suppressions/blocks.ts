import type { FoundAt, Suppression } from './suppression.js';

/** Comments that begin to suppress an id, by where they start. */
class Openings {
  readonly starts: number[] = [];
  /** How many more findings the opening at an index has hidden than the one before it. */
  private readonly more: number[] = [];
  private hidden: readonly number[] | undefined;

  /** All between two offsets have hidden something; false: there is none. */
  hide(from: number, to: number): boolean {
    const [first, end] = [behind(this.starts, from), before(this.starts, to)];
    if (first >= end) return false;
    this.more[first] = (this.more[first] ?? 0) + 1;
    this.more[end] = (this.more[end] ?? 0) - 1;
    return true;
  }

  has(from: number, to: number): boolean {
    return behind(this.starts, from) < before(this.starts, to);
  }

  hasHidden(start: number): boolean {
    this.hidden ??= this.sums();
    return (this.hidden[before(this.starts, start)] ?? 0) > 0;
  }

  private sums(): readonly number[] {
    let sum = 0;
    return this.starts.map((_, index) => (sum += this.more[index] ?? 0));
  }
}

/** The empty id stands for every one. */
const every = '';

/** What `podlint-disable` and `podlint-enable` hide, from a comment to where its ids are turned on again. */
export class Blocks {
  private readonly openings = new Map<string, Openings>();
  private readonly ends = new Map<string, number[]>();

  /** Both from the top of the text down. */
  constructor(
    openings: readonly { readonly start: number; readonly ids: Suppression['ids'] }[],
    ends: readonly { readonly start: number; readonly ids: Suppression['ids'] }[],
  ) {
    for (const { start, ids } of openings) {
      for (const id of idsOf(ids)) {
        const known = this.openings.get(id) ?? new Openings();
        this.openings.set(id, known);
        known.starts.push(start);
      }
    }
    for (const { start, ids } of ends) {
      for (const id of idsOf(ids)) {
        const known = this.ends.get(id) ?? [];
        this.ends.set(id, known);
        known.push(start);
      }
    }
  }

  /** What was hidden is remembered for each of the comments. */
  hides({ code, formerly, range: { start } }: Pick<FoundAt, 'code' | 'formerly' | 'range'>): boolean {
    if (this.openings.size === 0) return false;
    const from = this.lastEnd([code, ...formerly], start);
    let isHidden = false;
    for (const id of [every, code, ...formerly]) if (this.openings.get(id)?.hide(from, start)) isHidden = true;
    return isHidden;
  }

  /** Whether a place lies in a block that names this id. */
  nameById(code: string, { start }: FoundAt['range']): boolean {
    return this.openings.get(code)?.has(this.lastEnd([code], start), start) ?? false;
  }

  hasHidden(start: number, id: string | undefined): boolean {
    return this.openings.get(id ?? every)?.hasHidden(start) ?? false;
  }

  /** Where the last of what is open for these ids was ended. */
  private lastEnd(ids: readonly string[], offset: number): number {
    let last = -Infinity;
    for (const id of [every, ...ids]) {
      const starts = this.ends.get(id);
      if (starts) last = Math.max(last, starts[before(starts, offset) - 1] ?? -Infinity);
    }
    return last;
  }
}

function idsOf(ids: Suppression['ids']): Iterable<string> {
  return ids.length === 0 ? [every] : new Set(ids.map(({ id }) => id));
}

/** How many of some sorted numbers are below one. */
function before(sorted: readonly number[], number: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first of some sorted numbers that is above one. */
function behind(sorted: readonly number[], number: number): number {
  let index = before(sorted, number);
  while (sorted[index] === number) index++;
  return index;
}
