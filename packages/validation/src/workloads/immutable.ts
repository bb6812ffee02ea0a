import { defineMessages } from '@podlint/messages';
import { type FieldPath, semanticEqual } from '@podlint/model';
import type { Context } from '../context.js';
import { firstDifference } from '../first-difference.js';

const says = defineMessages('immutable-field', {
  changed:
    '`{field}` is settled when the object is created and cannot change afterwards. Delete and recreate the object, or create another one under a new name.',
});

/**
 * Fields that are settled when the object is created (ValidateImmutableField,
 * apimachinery/pkg/api/validation/objectmeta.go).
 */
export function requireUnchanged<T extends object>(
  owner: T,
  oldOwner: T,
  fields: readonly (keyof T & string)[],
  path: FieldPath,
  context: Context,
): void {
  for (const field of fields) {
    if (semanticEqual(owner[field], oldOwner[field], field)) continue;
    context.report.invalid(path.child(field), says.changed({ field }), {
      at: firstDifference(owner[field], oldOwner[field], path.child(field), field),
    });
  }
}
