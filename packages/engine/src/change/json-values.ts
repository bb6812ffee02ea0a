import { own, setOwn } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';

/** Whether two values are the same JSON, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        sameJson(own(a as Record<string, unknown>, key), own(b as Record<string, unknown>, key)),
    )
  );
}

/** A copy that can be changed. */
export function copyOf(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, JsonValue> = {};
  for (const [key, inner] of Object.entries(value)) setOwn(copy, key, copyOf(inner));
  return copy;
}
