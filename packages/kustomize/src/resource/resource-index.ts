import { addTo } from '@podlint/plain';
import { idKey, type ResId } from './res-id.js';
import type { Resource } from './resource.js';

/** Objects by the ids that they have and had, in the order in which they came (ResourceMap.byAnyId). */
export class ResourceIndex {
  private readonly byId = new Map<string, Resource[]>();

  constructor(resources: readonly Resource[]) {
    for (const resource of resources) this.add(resource);
  }

  find(id: ResId): readonly Resource[] {
    return this.byId.get(idKey(id)) ?? [];
  }

  add(resource: Resource): void {
    for (const key of keysOf(resource)) {
      addTo(this.byId, key, resource);
    }
  }

  /** Before anything of the object changes that its ids come from. */
  remove(resource: Resource): void {
    for (const key of keysOf(resource)) {
      const left = this.byId.get(key)?.filter((other) => other !== resource) ?? [];
      this.byId.set(key, left);
    }
  }
}

function keysOf(resource: Resource): ReadonlySet<string> {
  return new Set(resource.isEmpty ? [] : [...resource.previousIds, resource.id].map(idKey));
}
