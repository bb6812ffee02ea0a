import { setOwn } from '@podlint/plain';
import type { Collection } from './rule.js';
import type { PodView, ResourceView } from './views.js';

type Facts = Readonly<Record<string, unknown>>;

/** Asks what the rules that look at whole runs have to know of each object. */
export class Collector {
  constructor(private readonly collections: readonly Collection<unknown>[]) {}

  /** Nobody wants to know anything. */
  get isEmpty(): boolean {
    return this.collections.length === 0;
  }

  /** By the names of collections; undefined where nobody wants to know anything of the object. */
  factsOf(resource: ResourceView): Facts | undefined {
    return this.ask((collection) => collection.of(resource));
  }

  /** The same of one of the pods of an object that has several. */
  factsOfPod(pod: PodView): Facts | undefined {
    return this.ask((collection) => collection.ofPod?.(pod));
  }

  private ask(about: (collection: Collection<unknown>) => unknown): Facts | undefined {
    let collected: Record<string, unknown> | undefined;
    for (const collection of this.collections) {
      const facts = about(collection);
      if (facts !== undefined) setOwn((collected ??= {}), collection.name, facts);
    }
    return collected;
  }
}
