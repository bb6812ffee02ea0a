import type { ExplainedDefault } from '@podlint/engine';
import type { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import type { JsonValue } from '@podlint/syntax';
import { decode, validateCreate, type CreateSteps } from '@podlint/kinds';
import type { FileView, ObjectView } from '../service/file-view.js';
import { jsonOf } from './way.js';

/**
 * What the server of the view's version fills in, by the field's path as it prints it; empty for what does not decode.
 */
export type Defaults = ReadonlyMap<string, PlacedDefault>;

interface PlacedDefault extends ExplainedDefault {
  readonly field: FieldPath;
}

const cache = new WeakMap<ObjectView, Defaults>();

export function defaultsOf(view: FileView, object: ObjectView): Defaults {
  let defaults = cache.get(object);
  if (!defaults) cache.set(object, (defaults = defaultsWithout(view, object, undefined)));
  return defaults;
}

/** The same for an object that lacks what is at a path: what would be there if nobody wrote it. */
export function defaultsWithout(
  { version: { minor } }: FileView,
  object: ObjectView,
  path: FieldPath | undefined,
): Defaults {
  const { document, node, description } = object;
  const found = new Map<string, PlacedDefault>();
  if (description.status !== 'known' || !description.known) return found;
  const json = jsonOf(document, node);
  if (path) remove(json, path);
  const { value, undecodable } = decode(document, node, json, description.known, minor);
  if (undecodable) return found;
  const recorder: CreateSteps['recorder'] = {
    record: (at, set, why) => found.set(at.toString(), { path: at.toString(), field: at, value: set, why }),
  };
  validateCreate(description.known, value, minor, { recorder });
  return found;
}

function remove(json: JsonValue, path: FieldPath): void {
  const holder = path.holder.segments.reduce<JsonValue | undefined>(
    (value, key) => own(value as Record<string | number, JsonValue> | undefined, key),
    json,
  );
  if (typeof holder === 'object' && holder !== null && !Array.isArray(holder))
    Reflect.deleteProperty(holder, path.segment);
}
