import { referenceTableOf, type FoundReference } from '@podlint/kinds';
import { fieldBelow, type Field } from './field.js';
import type { ResourceView, RunObject } from './views.js';

/** Every name in an object that stands for something else, in itself or in another object. */
export function referencesIn({ apiVersion, kindName, value }: ResourceView): readonly FoundReference[] {
  return referenceTableOf(apiVersion, kindName).find(value);
}

/** Where a reference is that was kept by its numbers. */
export function referenceAt(
  { apiVersion, kindName, at }: Pick<RunObject, 'apiVersion' | 'kindName' | 'at'>,
  pattern: number,
  items: readonly number[],
): Field {
  return fieldBelow(at, referenceTableOf(apiVersion, kindName).segmentsOf(pattern, items));
}
