import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from './context.js';
import type { ErrorDetails } from './errors.js';
import type { NameProblem } from './meta/names.js';

const says = defineMessages('named-field', {
  missing: '`{field}` is not set, and the object cannot do without it. Set it.',
  invalid: '"{value}" cannot be the `{field}`: {problem}.',
});

/** An item of a list is called like the list: `hosts[0]`. */
function nameOf(path: FieldPath): string {
  const { segment, parent } = path;
  return typeof segment === 'number' && parent ? `${String(parent.segment)}[${segment}]` : String(segment);
}

/** The text in a field, if it is set, has to fit. */
export function checkName(
  value: string | undefined,
  path: FieldPath,
  problemOf: NameProblem,
  { report }: Context,
  details?: ErrorDetails,
): void {
  const problem = value === undefined ? undefined : problemOf(value);
  if (problem) report.invalid(path, says.invalid({ value: value ?? '', field: nameOf(path), problem }), details);
}

/** The text has to be set, and to fit. */
export function requireName(
  value: string | undefined,
  path: FieldPath,
  problemOf: NameProblem,
  context: Context,
): void {
  if (value) checkName(value, path, problemOf, context);
  else requireField(value, path, context);
}

/** The field has to be set; an empty text counts as not set. */
export function requireField(value: unknown, path: FieldPath, { report }: Context): void {
  if (value === undefined || value === '') report.required(path, says.missing({ field: nameOf(path) }));
}
