import { type FieldPath, itemField, semanticEqual } from '@podlint/model';
import { own } from '@podlint/plain';

/**
 * The narrowest field in which two values of the same field differ; `path` itself where that is as narrow as it gets.
 */
export function firstDifference(
  left: unknown,
  right: unknown,
  path: FieldPath,
  field = '',
  owner = '',
): FieldPath | undefined {
  if (semanticEqual(left, right, field, owner)) return undefined;
  if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
    const i = left.findIndex((item, index) => !semanticEqual(item, right[index], itemField(field), owner));
    return firstDifference(left[i], right[i], path.index(i), itemField(field), owner) ?? path;
  }
  if (!isFields(left) || !isFields(right)) return path;
  for (const key of Object.keys(left)) {
    const inner = firstDifference(own(left, key), own(right, key), path.child(key), key, field);
    if (inner) return inner;
  }
  return path;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
