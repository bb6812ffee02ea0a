import type { FieldPath } from '@podlint/field-path';
import { decode } from '@podlint/kinds';
import type { Kind, Minor } from '@podlint/model';
import type { Decoding, SchemaProblem } from '@podlint/schema';
import { documentAfter, doOverlap } from '../documents/document-after.js';
import { objectsOf, type SourceObject } from '../documents/objects.js';

/** What an object would hold if its mistakes of type were mended. */
export interface RestOfObject {
  readonly value: Decoding['value'];
  /** The fields whose values nobody can read: they were set aside. */
  readonly unread: readonly FieldPath[];
}

/**
 * The rest of an object that does not decode: values of a wrong type as what they plainly mean, and without those that
 * mean nothing.
 */
export function restOf(object: SourceObject, decoding: Decoding, kind: Kind, minor: Minor): RestOfObject {
  const mended = mendedObject(object, mistypedIn(decoding));
  const rest = mended ? decode(mended.document, mended.node, mended.json(), kind, minor) : decoding;
  return { value: rest.value, unread: mistypedIn(rest).map(({ path }) => path) };
}

function mistypedIn({ problems }: Decoding): readonly SchemaProblem[] {
  return problems.filter(({ code }) => code === 'schema/wrong-type');
}

/** Undefined where nothing can be mended. */
function mendedObject({ document, item }: SourceObject, mistyped: readonly SchemaProblem[]): SourceObject | undefined {
  const edits = mistyped.flatMap(({ fixes: [fix] }) => fix?.edits ?? []);
  if (edits.length === 0 || doOverlap(edits)) return undefined;
  return objectsOf(documentAfter(document, edits)).find((object) => object.item === item);
}

/** Whether a field is, holds or is in what was set aside, so that what is said of it may be for the lack of that. */
export function isAboutUnread(path: FieldPath, unread: readonly FieldPath[]): boolean {
  return unread.some((other) => other.startsWith(path) || path.startsWith(other));
}
