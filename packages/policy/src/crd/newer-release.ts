import type { FieldPath } from '@podlint/field-path';
import { copyOf, setOwn } from '@podlint/plain';
import { nearestNames } from '@podlint/plain/spelling';
import type { Definition } from './definition.js';
import type { ResourceError } from './errors.js';
import { schemaAt, type Schema } from './schema/schema.js';
import { isObject, valueAt, type Json } from './values/json.js';

/**
 * Whether a field that a carried definition does not have may be one of a newer release. One whose name looks like that of
 * another field there is misspelt, and one that another version of the definition has there went with the version.
 */
export function isNewerField(path: FieldPath, siblings: readonly string[], { versions }: Definition): boolean {
  if (nearestNames(String(path.segment), siblings).length > 0) return false;
  return [...versions.values()].every(({ schema }) => schemaAt(path, schema) === undefined);
}

/** The same of a value that is none of those that a carried definition lists. */
export function isNewerValue({ type, at }: ResourceError, schema: Schema | undefined, object: unknown): boolean {
  if (type !== 'FieldValueNotSupported') return false;
  const value = valueAt(object, at.segments);
  const listed = (schemaAt(at, schema)?.enum ?? []).filter((item) => typeof item === 'string');
  return typeof value === 'string' && value !== '' && listed.length > 0 && nearestNames(value, listed).length === 0;
}

/** Puts a field that was pruned back to its place, as the server of a newer release would keep it. */
export function restore(path: FieldPath, object: unknown, effective: Json | undefined): void {
  const holder = valueAt(effective, path.holder.segments);
  if (isObject(holder)) setOwn(holder, String(path.segment), copyOf(valueAt(object, path.segments)));
}
