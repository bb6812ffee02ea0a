import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { SortOptions } from '../read/entries.js';
import { compareText, kindOrder, legacyOrder, sameGvk, sortText } from '../resource/gvk.js';
import type { ResId } from '../resource/res-id.js';
import type { ResourceMap } from '../resource/resource-map.js';

/** Puts the objects into the order that a kustomization asks for (SortOrderTransformer.go). */
export function sortResources(map: ResourceMap, { order, legacySortOptions }: SortOptions): void {
  if (order !== 'fifo' && order !== 'legacy') throw new BuildFailure('sort', says['sort-order']({ order }));
  if (order === 'fifo') {
    if (legacySortOptions) throw new BuildFailure('sort', says['sort-options']());
    return;
  }
  const kinds = legacySortOptions
    ? kindOrder(legacySortOptions.orderFirst ?? [], legacySortOptions.orderLast ?? [])
    : legacyOrder;
  const sorted = map.list
    .map((resource) => ({ resource, id: resource.id }))
    .sort((a, b) => compareIds(a.id, b.id, kinds))
    .map(({ resource }) => resource);
  map.list = [];
  map.append(sorted);
}

function compareIds(a: ResId, b: ResId, kinds: ReadonlyMap<string, number>): number {
  if (sameGvk(a.gvk, b.gvk)) return compareText(idSortText(a), idSortText(b));
  const order = (kinds.get(a.gvk.kind) ?? 0) - (kinds.get(b.gvk.kind) ?? 0);
  if (order !== 0) return order;
  const areNamespaces = a.gvk.kind === 'Namespace' && b.gvk.kind === 'Namespace';
  const isReversed = areNamespaces && (a.gvk.group === '' || b.gvk.group === '');
  return compareText(sortText(a.gvk), sortText(b.gvk)) * (isReversed ? -1 : 1);
}

function idSortText({ gvk, namespace, name }: ResId): string {
  return [sortText(gvk), namespace || '~X', name || '~N'].join('|');
}
