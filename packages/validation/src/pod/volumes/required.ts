import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';

/** Fields that have to be set, each with what it is. */
export type FieldNeeds<Source> = { readonly [Field in keyof Source]?: string };

/** Reports each of the needed fields that is absent or empty. */
export function requireFields<Source>(
  source: Source,
  needs: FieldNeeds<Source>,
  path: FieldPath,
  context: Context,
): void {
  for (const field of Object.keys(needs) as (keyof Source & string)[]) {
    if (isEmpty(source[field]))
      context.report.required(
        path.child(field),
        `"${field}" is not set, and the volume cannot be mounted without it. Set it to ${needs[field]}.`,
      );
  }
}

/** In Go an absent text or list and an empty one are the same. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A reference to a Secret is optional, but one that is there must name it. */
export function requireSecretName(
  secretRef: { readonly name?: string } | undefined,
  path: FieldPath,
  context: Context,
): void {
  if (secretRef && !secretRef.name)
    context.report.required(
      path.child('secretRef', 'name'),
      '"secretRef" names no Secret. Set its "name", or leave "secretRef" out.',
    );
}
