import { setOwn } from '@podlint/plain';
import { quantityIn, type ResourceList } from '../resources/resource-list.js';
import type { Defaulting } from './defaulting.js';
import { fill } from './fill.js';

/** SetDefaults_ResourceList: amounts are kept in thousandths, what is finer is rounded up. */
export function defaultResourceList(list: ResourceList | undefined, defaulting: Defaulting): void {
  for (const name in list) {
    if (mayBeFine(String(list[name]))) roundUp(list, name, defaulting);
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

function roundUp(list: ResourceList, name: string, defaulting: Defaulting): void {
  const quantity = quantityIn(list, name);
  const rounded = quantity?.roundUpToMilli();
  if (!quantity || !rounded || rounded === quantity) return;
  if (rounded.compare(quantity) === 0) setOwn(list, name, rounded.toString());
  else fill(list, name, rounded.toString(), 'amounts finer than a thousandth are rounded up', defaulting);
}
