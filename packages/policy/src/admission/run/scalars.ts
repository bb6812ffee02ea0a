import { isList, isObject } from '../../crd/values/json.js';

export type Scalars = ReadonlyMap<string, unknown>;

/** Of each value that is another one than before: who set it. */
export function noteChanges(before: Scalars, after: Scalars, by: string, origins: Map<string, string>): void {
  for (const [path, value] of after) if (before.get(path) !== value) origins.set(path, by);
}

/** Of each value that the manifest does not have: who set it. One that is only spelt otherwise is still the manifest's. */
export function noteAdded(written: Scalars, now: Scalars, by: string, origins: Map<string, string>): void {
  for (const path of now.keys()) if ((written.get(path) ?? null) === null) origins.set(path, by);
}

/** What is no list and no object, by its path. */
export function scalarsIn(object: unknown): Scalars {
  const scalars = new Map<string, unknown>();
  collect(object, '', scalars);
  return scalars;
}

function collect(value: unknown, path: string, scalars: Map<string, unknown>): void {
  if (isList(value)) for (const [i, item] of value.entries()) collect(item, `${path}[${i}]`, scalars);
  else if (isObject(value))
    for (const [key, below] of Object.entries(value)) collect(below, path === '' ? key : `${path}.${key}`, scalars);
  else scalars.set(path, value);
}
