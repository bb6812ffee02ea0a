import { own } from '@podlint/plain';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** What stands below a value; undefined where nothing does. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const part of path)
    found = isList(found) ? found[Number(part)] : isObject(found) ? own(found, String(part)) : undefined;
  return found;
}

/** A text that two values share when they are the same as JSON. */
export function keyOfJson(value: unknown): string {
  return JSON.stringify(value, (_key, below: unknown) =>
    isObject(below) ? Object.fromEntries(Object.entries(below).toSorted(byKey)) : below,
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
