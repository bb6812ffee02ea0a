import { type Message, defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../../context.js';

const says = defineMessages('volume-field', {
  missing: '"{field}" is not set, and the volume cannot be mounted without it. Set it to {need}.',
  'no-secret': '"secretRef" names no Secret. Set its "name", or leave "secretRef" out.',
});

/** Fields that have to be set, each with what it is: "Set it to ...". */
export type FieldNeeds<Source> = { readonly [Field in keyof Source]?: () => Message };

/** Reports each of the needed fields that is absent or empty. */
export function requireFields<Source>(
  source: Source,
  needs: FieldNeeds<Source>,
  path: FieldPath,
  context: Context,
): void {
  for (const field of Object.keys(needs) as (keyof Source & string)[]) {
    const need = needs[field];
    if (need && isEmpty(source[field]))
      context.report.required(path.child(field), says.missing({ field, need: need() }));
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
  if (secretRef && !secretRef.name) context.report.required(path.child('secretRef', 'name'), says['no-secret']());
}
