import { isPointerField } from './pointer-fields.js';
import { parseQuantity } from './quantity.js';

/** Maps, in which a key without a value is still a key. */
const maps: ReadonlySet<string> = new Set([
  'annotations',
  'binaryData',
  'capacity',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'options',
  'parameters',
  'overhead',
  'requests',
  'stringData',
  'volumeAttributes',
]);

/** Maps whose values are resource amounts: `1000m` and `1` are the same. */
const quantityMaps: ReadonlySet<string> = new Set(['limits', 'requests', 'overhead', 'capacity', 'allocatedResources']);
const quantityFields: ReadonlySet<string> = new Set(['sizeLimit', 'divisor']);

/**
 * Whether two values of the same field mean the same to the server (equality.Semantic.DeepEqual). `field` is the
 * field's name, `owner` that of the object around it.
 */
export function semanticEqual(left: unknown, right: unknown, field = '', owner = ''): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return !isPointer(field, owner) && isZero(left ?? right, field);
  if (Array.isArray(left) && Array.isArray(right))
    return (
      left.length === right.length && left.every((item, i) => semanticEqual(item, right[i], itemField(field), owner))
    );
  if (isObject(left) && isObject(right)) return sameFields(left, right, field);
  return quantityFields.has(field) || quantityMaps.has(owner) ? sameQuantity(left, right) : false;
}

/** The name that the items of a list are compared under: one that is called like a map is none (`requests` of devices). */
export function itemField(list: string): string {
  return maps.has(list) ? '' : list;
}

/** Whether what a field holds has keys that somebody chose, and no fields. */
export function isMapField(field: string): boolean {
  return maps.has(field);
}

function sameFields(left: object, right: object, name: string): boolean {
  const rights = new Map(Object.entries(right));
  for (const [key, value] of Object.entries(left)) {
    if (!semanticEqual(value, rights.get(key), key, name)) return false;
    rights.delete(key);
  }
  for (const [key, value] of rights) if (!semanticEqual(undefined, value, key, name)) return false;
  return true;
}

function isPointer(field: string, owner: string): boolean {
  return maps.has(owner) || isPointerField(field, owner);
}

function isZero(value: unknown, field: string): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value))
    return Object.entries(value).every(
      ([key, inner]) => inner === undefined || (!isPointer(key, field) && isZero(inner, key)),
    );
  return value === undefined || value === '' || value === 0 || value === false;
}

function sameQuantity(left: unknown, right: unknown): boolean {
  if (!isAmount(left) || !isAmount(right)) return false;
  const [a, b] = [parseQuantity(left), parseQuantity(right)];
  return a !== undefined && b !== undefined && a.compare(b) === 0;
}

function isAmount(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
