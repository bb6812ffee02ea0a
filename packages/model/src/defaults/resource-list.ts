import { quantityIn, type ResourceList } from '../resources/resource-list.js';
import type { Place } from './place.js';

/** SetDefaults_ResourceList: amounts are kept in thousandths, what is finer is rounded up. */
export function defaultResourceList(list: ResourceList | undefined, place: Place | undefined): void {
  for (const name in list) {
    if (mayBeFine(String(list[name]))) roundUp(list, name, place);
  }
}

/**
 * Only a fraction, a small suffix or an exponent can make an amount finer than a thousandth; nearly no manifest has
 * one.
 */
function mayBeFine(text: string): boolean {
  for (const letter of text) {
    if (letter === '.' || letter === 'n' || letter === 'u' || letter === 'e' || letter === 'E') return true;
  }
  return false;
}

function roundUp(list: ResourceList, name: string, place: Place | undefined): void {
  const quantity = quantityIn(list, name);
  const rounded = quantity?.roundUpToMilli();
  if (!quantity || !rounded || rounded === quantity) return;
  list[name] = rounded.toString();
  if (rounded.compare(quantity) !== 0)
    place?.recordKey(name, list[name], 'amounts finer than a thousandth are rounded up');
}
