export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
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
