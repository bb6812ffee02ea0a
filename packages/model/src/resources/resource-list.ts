import { own } from '@podlint/plain';
import { parseQuantity, type Quantity } from '../quantity.js';

/** Amounts by resource name, as `limits`, `requests` and `overhead` have them. */
export type ResourceList = Record<string, string | undefined>;

/** The amounts read; one that cannot be read (the object would not have been decoded) is left out. */
export function quantitiesOf(list: ResourceList | undefined): Map<string, Quantity> {
  const quantities = new Map<string, Quantity>();
  for (const name in list) {
    const quantity = quantityIn(list, name);
    if (quantity) quantities.set(name, quantity);
  }
  return quantities;
}

/** The amount of that resource; undefined also where it cannot be read. */
export function quantityIn(list: ResourceList | undefined, name: string): Quantity | undefined {
  const text = own(list, name);
  return text === undefined ? undefined : parseQuantity(text);
}

export function isHugePages(resource: string): boolean {
  return resource.startsWith('hugepages-');
}

/** What a Pod may ask for as a whole: component-helpers/resource/helpers.go, IsSupportedPodLevelResource. */
export function isPodLevelResource(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || isHugePages(resource);
}

/**
 * Of what a node may promise more than it has: pkg/apis/core/v1/helper/helpers.go, IsOvercommitAllowed
 * (IsNativeResource).
 */
export function isOvercommitAllowed(resource: string): boolean {
  return (!resource.includes('/') || resource.includes('kubernetes.io/')) && !isHugePages(resource);
}
