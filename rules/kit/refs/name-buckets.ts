import { isSlip } from './slips.js';

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
    const bucket = this.buckets.get(key);
    if (bucket) bucket.push({ name, thing });
    else this.buckets.set(key, [{ name, thing }]);
  }

  /** Undefined where no name or several are as near. */
  near(place: string, name: string): Named<Thing> | undefined {
    const lengths = [name.length - 1, name.length, name.length + 1];
    const found = lengths.flatMap((length) =>
      (this.buckets.get(bucketOf(place, name, length)) ?? [])
        .slice(0, mostCompared)
        .filter((one) => isSlip(name, one.name)),
    );
    return new Set(found.map((one) => one.name)).size === 1 ? found[0] : undefined;
  }
}

/** So that a folder of very many names is looked through in linear time. */
const mostCompared = 500;

function bucketOf(place: string, name: string, length: number): string {
  return [place, name.replace(/\D+/g, '.'), length].join('\n');
}
