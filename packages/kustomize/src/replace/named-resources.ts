import { addTo } from '@podlint/plain';
import { Internal } from '../resource/annotations.js';
import type { ResId } from '../resource/res-id.js';
import type { ResourceMap } from '../resource/resource-map.js';
import type { Resource } from '../resource/resource.js';

/** The ids that an object has and had, the present one without its scope (makeResIds.go, MakeResIds). */
export function idsOf(resource: Resource): ResId[] {
  return [{ ...resource.id, isClusterScoped: false }, ...resource.previousIds];
}

/**
 * The objects of a build by the names that they have and had, so that a thousand replacements do not ask a thousand
 * objects each. Made when it is asked first, and again when a name has changed since.
 */
export class NamedResources {
  private indexed: readonly Resource[] | undefined;
  private byName = new Map<string, Resource[]>();

  constructor(private readonly map: ResourceMap) {}

  get all(): readonly Resource[] {
    return this.map.list;
  }

  /** In the order of the build. */
  called(name: string): readonly Resource[] {
    if (this.indexed !== this.all) this.index();
    return this.byName.get(name) ?? [];
  }

  /** Those that a selector's expression for names may mean: all, unless it is a plain word. */
  mayMatch(expression: string): readonly Resource[] {
    return /^[\w-]+$/.test(expression) ? this.called(expression) : this.all;
  }

  /** Changes an object, and its names perhaps. */
  change(resource: Resource, run: () => void): void {
    const before = namesText(resource);
    try {
      run();
    } finally {
      if (namesText(resource) !== before) this.indexed = undefined;
    }
  }

  private index(): void {
    this.byName = new Map();
    for (const resource of this.all)
      for (const name of new Set(idsOf(resource).map((id) => id.name))) addTo(this.byName, name, resource);
    this.indexed = this.all;
  }
}

function namesText(resource: Resource): string {
  return `${resource.name}\n${resource.annotation(Internal.previousNames)}`;
}
