import { setOwn } from '@podlint/plain';
import type { Collection } from './rule.js';
import type { ResourceView } from './views.js';

/** Asks what the rules that look at whole runs have to know of each object. */
export class Collector {
  constructor(private readonly collections: readonly Collection<unknown>[]) {}

  /** Nobody wants to know anything. */
  get isEmpty(): boolean {
    return this.collections.length === 0;
  }

  /** By the names of collections; undefined where nobody wants to know anything of the object. */
  factsOf(resource: ResourceView): Readonly<Record<string, unknown>> | undefined {
    let collected: Record<string, unknown> | undefined;
    for (const collection of this.collections) {
      const facts = collection.of(resource);
      if (facts !== undefined) setOwn((collected ??= {}), collection.name, facts);
    }
    return collected;
  }
}
