import type { JsonValue, ScalarValue } from '@podlint/syntax';

export interface PlacedScalar {
  readonly path: readonly (string | number)[];
  readonly value: ScalarValue;
}

/** Every scalar in a value, with the way to it. */
export function scalarsOf(value: JsonValue, path: PlacedScalar['path'] = []): PlacedScalar[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarsOf(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => scalarsOf(inner, [...path, key]));
}
