import { podReferenceTable, referenceTableOf, type FoundReference } from '@podlint/kinds';
import { fieldBelow, type Field } from './field.js';
import type { ResourceView, RunObject } from './views.js';

/** Every name in an object that stands for something else, in itself or in another object. */
export function referencesIn({ apiVersion, kindName, value, template }: ResourceView): readonly FoundReference[] {
  if (template) return podReferenceTable().find(template.value.spec ?? {});
  return referenceTableOf(apiVersion, kindName).find(value);
}

/** Where a reference is that was kept by its numbers. */
export function referenceAt(
  { apiVersion, kindName, at, podOf, podAt }: Pick<RunObject, 'apiVersion' | 'kindName' | 'at' | 'podOf' | 'podAt'>,
  pattern: number,
  items: readonly number[],
): Field {
  if (podOf && podAt) return fieldBelow(podAt.spec, podReferenceTable().segmentsOf(pattern, items));
  return fieldBelow(at, referenceTableOf(apiVersion, kindName).segmentsOf(pattern, items));
}
