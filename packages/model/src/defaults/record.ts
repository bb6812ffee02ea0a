import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { structure, type Field } from '@podlint/schemas';
import type { FilledDefault } from './defaulting.js';

/** Hears of every default that was filled in, in the order in which it was. */
export interface DefaultsRecorder {
  /** `why`: a short reason, `Always, because the tag is latest or missing`. */
  record(path: FieldPath, value: unknown, why: string): void;
}

/** Tells of the defaults in a log, each at its place in the object of that definition. */
export function recordDefaults(
  log: readonly FilledDefault[],
  definition: string,
  object: object,
  recorder: DefaultsRecorder,
): void {
  if (log.length === 0) return;
  const places = new Map<object, OwnerPlace>();
  enter(object, { type: definition }, FieldPath.root, places);
  for (const { owner, field, value, why } of log) {
    const place = places.get(owner);
    if (place) recorder.record(place.isMap ? place.path.key(field) : place.path.child(field), value, why);
  }
}

/** Where in the object a struct or a map is. */
interface OwnerPlace {
  readonly path: FieldPath;
  /** Whether what is in it has keys, and not names of fields. */
  readonly isMap: boolean;
}

type Places = Map<object, OwnerPlace>;

function enter(value: unknown, { type, shape }: Field, path: FieldPath, places: Places): void {
  if (typeof value !== 'object' || value === null) return;
  if (shape === 'list')
    (value as readonly unknown[]).forEach((item, i) => enter(item, { type }, path.index(i), places));
  else if (shape === 'map') enterMap(value, type, path, places);
  else enterStruct(value, type, path, places);
}

function enterMap(map: object, type: string, path: FieldPath, places: Places): void {
  places.set(map, { path, isMap: true });
  for (const [key, value] of Object.entries(map)) enter(value, { type }, path.key(key), places);
}

function enterStruct(struct: object, type: string, path: FieldPath, places: Places): void {
  const fields = own(structure, type);
  if (!fields) return;
  places.set(struct, { path, isMap: false });
  for (const [name, value] of Object.entries(struct))
    if (Object.hasOwn(fields, name)) enter(value, fields[name]!, path.child(name), places);
}
