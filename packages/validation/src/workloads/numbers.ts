import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';

const says = defineMessages('workload-number', {
  negative: '`{field}` is {value}, but it cannot be negative. Use 0 or more.',
});

/**
 * Counts and seconds of a controller, of which most must not be negative (ValidateNonnegativeField,
 * apimachinery/pkg/api/validation/generic.go).
 */
export function validateNotNegative<Field extends string>(
  owner: { readonly [F in Field]?: number },
  fields: readonly Field[],
  path: FieldPath,
  context: Context,
): void {
  for (const field of fields) {
    const value: number | undefined = owner[field];
    if (value !== undefined && value < 0) context.report.invalid(path.child(field), says.negative({ field, value }));
  }
}
