import { documentsOf } from './parse.js';
import { objectsOf } from './objects.js';
import type { SourceFile } from './source-file.js';
import { isEncrypted } from './encrypted.js';
import { templateInReadable } from './template.js';
import { needsOf } from './text-needs.js';

/** The CustomResourceDefinitions in a file, as JSON; those that can be read as they are written. */
export function definitionsIn(file: SourceFile): object[] {
  if ('skipped' in file || file.role !== undefined || !needsOf(file.text).definitions) return [];
  return documentsOf(file.text).flatMap(({ document }) => {
    const objects = objectsOf(document);
    if (document.problems.length > 0 || templateInReadable(document, objects) || isEncrypted(document)) return [];
    return objects
      .filter(({ description: { apiVersion, kind } }) => {
        return apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition';
      })
      .map((object) => object.json() as object);
  });
}
