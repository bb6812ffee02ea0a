import { addTo } from '@podlint/plain';
import { isNear, isSlip } from './slips.js';

export interface Named<Thing> {
  readonly name: string;
  readonly thing: Thing;
}

/**
 * Names in which one looks for what was most likely meant. A slip leaves the numbers in a name alone, and its length
 * nearly, so that only few names are compared, however many there are.
 */
export class NameBuckets<Thing> {
  private readonly buckets = new Map<string, Named<Thing>[]>();

  add(place: string, name: string, thing: Thing): void {
    const key = bucketOf(place, name, name.length);
    addTo(this.buckets, key, { name, thing });
  }

  /** Undefined where no name or several are as near. */
  near(place: string, name: string): Named<Thing> | undefined {
    const found = this.differingBy(isSlip, place, name);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Those that one may have meant, also where nobody can be sure of it. */
  alike(place: string, name: string): readonly Named<Thing>[] {
    return this.differingBy(isNear, place, name).slice(0, mostOffered);
  }

  /** One thing of each name. */
  private differingBy(isMeant: typeof isSlip, place: string, name: string): readonly Named<Thing>[] {
    const byName = new Map<string, Named<Thing>>();
    for (const length of [name.length - 1, name.length, name.length + 1])
      for (const one of (this.buckets.get(bucketOf(place, name, length)) ?? []).slice(0, mostCompared))
        if (!byName.has(one.name) && isMeant(name, one.name)) byName.set(one.name, one);
    return [...byName.values()];
  }
}

/** More than these are no help to whoever has to choose. */
const mostOffered = 3;

/** So that a folder of very many names is looked through in linear time. */
const mostCompared = 500;

function bucketOf(place: string, name: string, length: number): string {
  return [place, name.replace(/\D+/g, '.'), length].join('\n');
}
