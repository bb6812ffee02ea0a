import { own } from '@podlint/plain';
import { deprecatedFields } from '@podlint/schemas/deprecated-fields';
import { usualOrder, type OwnedField } from '@podlint/schema';

/** Where a field comes among its siblings; those without a place of their own come last. */
export function placeAmongSiblings(owner: string, name: string): number {
  const order = usualOrder(owner);
  const place = order.indexOf(name);
  return place < 0 ? order.length : place;
}

/** Still there, but no longer to be used. */
export function isDeprecated({ owner, name }: OwnedField): boolean {
  return own(deprecatedFields, owner)?.includes(name) ?? false;
}
