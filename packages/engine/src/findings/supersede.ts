import { addTo, replaceAll } from '@podlint/plain';
import type { Range } from '@podlint/syntax';
import type { Finding } from './finding.js';

/** Where in a list the findings of a code are, by what can be the same of a place. */
interface Places {
  readonly byPath: Map<string, number[]>;
  readonly byRange: Map<string, number[]>;
}

/**
 * Adds to the findings of an object, or puts one in the place of those with a given code that were made of the same
 * field: one cause, one diagnostic.
 */
export class FindingsToAdd {
  private readonly places = new Map<string, Places>();
  private readonly superseded = new Set<number>();

  constructor(private readonly findings: Finding[]) {}

  /** Place, the server's own words for it, and what the new finding lacks stay those of the first that it supersedes. */
  add(made: Finding, insteadOf: string | undefined): void {
    const [first, ...others] = insteadOf === undefined ? [] : this.atPlaceOf(made, insteadOf);
    const known = first === undefined ? undefined : this.findings[first];
    if (first === undefined || !known) {
      this.note(made, this.findings.length);
      this.findings.push(made);
      return;
    }
    this.findings[first] = superseding(known, made);
    for (const other of others) this.superseded.add(other);
  }

  /** Takes out what others have superseded: the places in the list hold until then. */
  end(): void {
    if (this.superseded.size === 0) return;
    replaceAll(
      this.findings,
      this.findings.filter((_, index) => !this.superseded.has(index)),
    );
  }

  /** Those with a code, each once: whoever asks supersedes them. */
  private atPlaceOf({ path, range }: Finding, code: string): number[] {
    const { byPath, byRange } = this.placesOf(code);
    const [pathKey, rangeKey] = [path.toString(), textOf(range)];
    const found = new Set([...(byPath.get(pathKey) ?? []), ...(byRange.get(rangeKey) ?? [])]);
    byPath.delete(pathKey);
    byRange.delete(rangeKey);
    return [...found].filter((index) => this.has(code, index)).sort((a, b) => a - b);
  }

  private has(code: string, index: number): boolean {
    return this.findings[index]?.code === code && !this.superseded.has(index);
  }

  private placesOf(code: string): Places {
    const known = this.places.get(code);
    if (known) return known;
    this.places.set(code, { byPath: new Map(), byRange: new Map() });
    this.findings.forEach((finding, index) => {
      if (finding.code === code) this.note(finding, index);
    });
    return this.placesOf(code);
  }

  private note({ code, path, range }: Finding, index: number): void {
    const places = this.places.get(code);
    if (!places) return;
    addTo(places.byPath, path.toString(), index);
    addTo(places.byRange, textOf(range), index);
  }
}

function textOf({ start, end }: Range): string {
  return `${start}-${end}`;
}

function isSameRange(a: { readonly range: Range }, b: { readonly range: Range }): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end;
}

function superseding({ path, range, api, fixes, choices, related }: Finding, made: Finding): Finding {
  const added = made.related.filter((place) => !related.some((known) => isSameRange(known, place)));
  return {
    ...made,
    path,
    range,
    api,
    // Whoever says that nothing can be fixed, by an empty list, knows better.
    fixes: made.fixes ?? fixes,
    choices: firstFilled(made.choices, choices),
    related: [...related, ...added],
  };
}

type Later<T> = (() => readonly T[]) | undefined;

function firstFilled<T>(own: Later<T>, others: Later<T>): Later<T> {
  if (!own || !others) return own ?? others;
  return () => {
    const made = own();
    return made.length > 0 ? made : others();
  };
}
