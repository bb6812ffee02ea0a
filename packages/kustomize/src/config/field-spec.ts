import { addTo } from '@podlint/plain';
import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { isSelected, type Gvk } from '../resource/gvk.js';

/** A field of some kinds of objects. */
export interface FieldSpec extends Partial<Gvk> {
  /** Fields from the object down, with `/` between; list items are gone through, `[]` says so. */
  readonly path: string;
  /** Make the field where it is missing. */
  readonly create?: boolean;
}

/** The fields that name objects of a kind. */
export interface BackReference {
  readonly target: Partial<Gvk>;
  readonly referrers: readonly FieldSpec[];
}

/** Adds rows that are not there yet; the same row with another `create` is an error (fieldspec.go, MergeAll). */
export function mergeFieldSpecs(rows: readonly FieldSpec[], more: readonly FieldSpec[]): readonly FieldSpec[] {
  if (more.length === 0) return rows;
  const merged = [...rows];
  const byPath = new Map<string, FieldSpec[]>();
  for (const row of rows) addTo(byPath, row.path, row);
  for (const row of more) {
    const known = byPath.get(row.path)?.find((other) => isSelected(gvkOf(other), row));
    if (!known) {
      merged.push(row);
      addTo(byPath, row.path, row);
    } else if (Boolean(known.create) !== Boolean(row.create))
      throw new BuildFailure('field-type', says['configured-twice']({ path: row.path }));
  }
  return merged;
}

export function gvkOf({ group = '', version = '', kind = '' }: Partial<Gvk>): Gvk {
  return { group, version, kind };
}
