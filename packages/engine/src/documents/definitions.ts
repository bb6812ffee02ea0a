import { documentsAhead, documentsMeanwhile, type NumberedDocument } from './parse.js';
import { objectsOf, type SourceObject } from './objects.js';
import type { SourceFile } from './source-file.js';
import { isEncrypted } from './encrypted.js';
import { templateInReadable } from './template.js';
import { mayHoldKinds, needsOf } from './text-needs.js';

/** The CustomResourceDefinitions in a file, as JSON; those that can be read as they are written. */
export function definitionsIn(file: SourceFile): object[] {
  if ('skipped' in file || !needsOf(file.text).definitions) return [];
  return objectsAsWritten(file, () => documentsAhead(file))
    .filter(({ description: { apiVersion, kind } }) => {
      return apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition';
    })
    .map((object) => object.json() as object);
}

/** The objects of a file that can be read as they are written: no patches, no templates. */
function objectsAsWritten(file: SourceFile, read: () => readonly NumberedDocument[]): SourceObject[] {
  if ('skipped' in file || file.role !== undefined) return [];
  return read().flatMap(({ document }) => {
    const objects = objectsOf(document);
    if (document.problems.length > 0 || templateInReadable(document, objects) || isEncrypted(document)) return [];
    return objects;
  });
}

/** The objects of a file with one of these kinds, as JSON; undefined: all that have a kind. */
export function objectsOfKinds(file: SourceFile, kinds: ReadonlySet<string> | undefined): object[] {
  if ('skipped' in file || (kinds && !mayHoldKinds(file.text, kinds))) return [];
  return objectsAsWritten(file, () => documentsMeanwhile(file))
    .filter(({ description: { kind } }) => kind !== undefined && (kinds?.has(kind) ?? true))
    .map((object) => object.json() as object);
}
