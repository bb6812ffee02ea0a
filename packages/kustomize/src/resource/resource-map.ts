import { says } from '../messages.js';
import { BuildFailure, Missing, NotRun } from '../errors.js';
import type { Selector } from '../read/entries.js';
import { idKey, idText, sameId, type ResId } from './res-id.js';
import type { Resource } from './resource.js';
import { compileSelector } from './selector.js';

function dependent({ said, place }: Missing, { errorClass }: BuildFailure): BuildFailure {
  return new BuildFailure(errorClass, says['needs-left-out']({ problem: said }), place);
}

/** What was left out: objects, or something that would have changed the ones that are there. */
export interface LeftOut {
  readonly failure: BuildFailure;
  readonly effect: 'adds' | 'changes';
}

/** The objects of a build, in the order in which they came (reswrangler.go, resWrangler). */
export class ResourceMap {
  constructor(
    public list: Resource[] = [],
    /** Why it is not all that kustomize would have. */
    readonly leftOut: LeftOut[] = [],
  ) {}

  /** Runs a step. What is never run is left out, and so is what looks in vain for something that this may have had. */
  attempt(step: () => void, effect: LeftOut['effect'] = 'changes'): void {
    try {
      step();
    } catch (error) {
      if (error instanceof NotRun) this.leftOut.push({ failure: error, effect });
      else if (error instanceof Missing && this.leftOut[0])
        this.leftOut.push({ failure: dependent(error, this.leftOut[0].failure), effect });
      else throw error;
    }
  }

  /** The ids of all objects, for several appends with no step between them. */
  keys(): Set<string> {
    return new Set(this.list.map(({ id }) => idKey(id)));
  }

  /** Appends objects; two with one id are an error. */
  append(added: readonly Resource[], keys: Set<string> = this.keys()): void {
    for (const resource of added) {
      const { id } = resource;
      const key = idKey(id);
      if (keys.has(key))
        throw new BuildFailure('id-conflict', says['object-twice']({ object: idText(id) }), resource.node.place);
      keys.add(key);
      this.list.push(resource);
    }
  }

  dropEmpty(): void {
    if (this.list.some(({ isEmpty }) => isEmpty)) this.list = this.list.filter(({ isEmpty }) => !isEmpty);
  }

  /** Objects that have such an id or had it before. */
  byAnyId(matches: (id: ResId) => boolean): Resource[] {
    return this.list.filter(
      (resource) => !resource.isEmpty && (resource.previousIds.some(matches) || matches(resource.id)),
    );
  }

  /** The one object that has this id or had it (reswrangler.go, GetById). */
  theOne(id: ResId): Resource {
    const found = this.byAnyId((other) => sameId(id, other));
    if (found.length > 1)
      throw new BuildFailure('merge-many', says['several-objects']({ object: idText(id), count: found.length }));
    if (!found[0]) throw new Missing('patch-no-target', says['no-patch-target']({ object: idText(id) }));
    return found[0];
  }

  /** What a target or a selector names, now or by its first name (reswrangler.go, Select). */
  select(selector: Selector): Resource[] {
    const matches = compileSelector(selector);
    return this.list.filter(matches);
  }
}
