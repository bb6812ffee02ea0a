import type { JsonValue } from '@podlint/syntax';
import { isObject } from './source.js';
import type { Field } from './structure.js';

/** Whether a value is the list, the mapping or the scalar that a field takes; a key without a value fits everywhere. */
export function hasShapeOf(field: Field | undefined, value: JsonValue): boolean {
  if (!field) return false;
  if (value === null) return true;
  if (Array.isArray(value)) return field.shape === 'list';
  const isScalarField = !field.shape && !field.type.includes('.');
  return isObject(value) ? !isScalarField && field.shape !== 'list' : isScalarField;
}
