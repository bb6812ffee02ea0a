import type { FieldPath } from '@podlint/field-path';
import type { CustomResources } from './custom-resources.js';

type Answer = NonNullable<ReturnType<CustomResources['judge']>>;
type FieldErrors = NonNullable<Answer['errors']>;

/** Tells the value of a wrong type that a field is, or stands in: what is in there has no place in the definition. */
export function wrongTypesAbove(errors: FieldErrors): (path: FieldPath) => FieldErrors[number] | undefined {
  const byPath = new Map<string, FieldErrors[number]>();
  for (const error of errors) {
    const path = error.at.toString();
    if (error.type === 'FieldValueTypeInvalid' && !byPath.has(path)) byPath.set(path, error);
  }
  if (byPath.size === 0) return () => undefined;
  return (path) => byPath.get('') ?? path.trail.map((above) => byPath.get(above.toString())).find(Boolean);
}
