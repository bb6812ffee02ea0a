import { own } from '@podlint/plain';
import type { FieldPath } from '@podlint/model';
import { isFields, saysSomething } from './field-pattern.js';

/**
 * The places where `before` said something and `after` does not, in fields of the same name and items of the same
 * index.
 */
export function lostFields(before: unknown, after: unknown, path: FieldPath): FieldPath[] {
  if (after === undefined) return saysSomething(before) ? [path] : [];
  if (Array.isArray(before) && Array.isArray(after))
    return before.flatMap((item: unknown, i) => lostFields(item, after[i], path.index(i)));
  if (isFields(before) && isFields(after))
    return Object.keys(before).flatMap((field) => lostFields(own(before, field), own(after, field), path.child(field)));
  return [];
}
