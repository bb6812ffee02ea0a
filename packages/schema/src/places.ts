import type { Minor, Structured } from '@podlint/model';
import { pushAll } from '@podlint/plain';
import { definitionOf, isKnown, type Field } from './structure.js';
import { isWrittenByServer } from './written-by-server.js';

/** A struct somewhere inside a kind. */
export interface Place {
  /** Field names from the object down; `*` stands for whichever item of a list. */
  readonly path: readonly string[];
  /** The definitions on the way, from the object's own to this place's; `*` repeats that of its list's items. */
  readonly types: readonly string[];
  readonly type: string;
}

export const anyItem = '*';

const cache = new Map<string, readonly Place[]>();

/**
 * Every struct that an object of the kind can have in that version, the outer ones first, but for those that the server
 * writes: nobody moves a field there. What a definition has of its own type (a JSON schema in a JSON schema) is left out.
 */
export function placesOf({ definition }: Structured, minor: Minor): readonly Place[] {
  const key = `${definition} ${minor}`;
  const known = cache.get(key);
  if (known) return known;
  const places: Place[] = [{ path: [], types: [definition], type: definition }];
  for (const place of places) pushAll(places, placesInside(place, minor));
  cache.set(key, places);
  return places;
}

function placesInside(place: Place, minor: Minor): Place[] {
  return Object.entries(definitionOf(place.type) ?? {})
    .filter(([name, field]) => isStruct(field) && isKnown(field, minor) && !isWrittenByServer(place.type, name))
    .filter(([, { type }]) => !place.types.includes(type))
    .map(([name, { type, shape }]) => {
      const steps = shape === 'list' ? [name, anyItem] : [name];
      return { path: [...place.path, ...steps], types: [...place.types, ...steps.map(() => type)], type };
    });
}

function isStruct({ type, shape }: Field): boolean {
  return type.includes('.') && shape !== 'map';
}
