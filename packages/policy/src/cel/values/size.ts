import { isMap, sizeOfMap } from './map.js';
import { runeCount } from './text.js';
import { Opaque, type Value } from './value.js';

/** What `size()` gives, and the cost model asks for; undefined for values that have none (traits.Sizer). */
export function sizeOf(value: Value): number | undefined {
  if (typeof value === 'string') return runeCount(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length;
  if (value instanceof Opaque) return value.size;
  return isMap(value) ? sizeOfMap(value) : undefined;
}
