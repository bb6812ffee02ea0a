import { defineMessages, type Message } from '@podlint/messages';
import { metadataOf, textAt } from '../objects/resource.js';
import type { Json } from '../../crd/values/json.js';

const says = defineMessages('policy-namespace', { missing: 'There is no namespace "{name}".' });

/** The namespaces of a cluster, as they are served. */
export class Namespaces {
  private readonly byName: ReadonlyMap<string, Json>;

  /** `isWhole`: what is not among them does not exist; else it may be there, without labels of its own. */
  constructor(
    namespaces: readonly Json[],
    private readonly make: (name: string) => Json,
    private readonly isWhole: boolean,
  ) {
    this.byName = new Map(namespaces.map((namespace) => [textAt(metadataOf(namespace), 'name'), namespace]));
  }

  find(name: string): Json | undefined {
    return this.byName.get(name) ?? (name === 'default' || !this.isWhole ? this.make(name) : undefined);
  }

  missing(name: string): Message {
    return says.missing({ name });
  }
}
