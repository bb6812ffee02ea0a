import { own } from '@podlint/plain';
import { defineMessages } from '@podlint/messages';
import { FieldPath, semanticEqual } from '@podlint/model';
import type { Context } from '../context.js';

const says = defineMessages('immutable-data', {
  changed:
    'The stored object is immutable, so this cannot change any more. Create another one under a new name and point the Pods at it.',
});

/**
 * ConfigMaps and Secrets with `immutable: true` keep their data for good (ValidateConfigMapUpdate, ValidateSecretUpdate
 * in pkg/apis/core/validation).
 */
export function forbidChangesWhenImmutable<T extends { immutable?: boolean | undefined }>(
  object: T,
  old: T,
  fields: readonly (keyof T & string)[],
  context: Context,
): void {
  if (old.immutable !== true) return;
  const advice = says.changed();
  if (object.immutable !== true) context.report.forbidden(FieldPath.root.child('immutable'), advice);
  for (const field of fields) {
    if (!semanticEqual(own(object, field), own(old, field), field))
      context.report.forbidden(FieldPath.root.child(field), advice);
  }
}
