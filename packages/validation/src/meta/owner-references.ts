import type { Decoded, FieldPath, meta } from '@podlint/model';
import type { Context } from '../context.js';

type OwnerReference = Decoded<meta.OwnerReference>;

/**
 * ValidateOwnerReferences, apimachinery/pkg/api/validation/objectmeta.go: the server names the list, never the entry.
 */
export function validateOwnerReferences(
  references: readonly OwnerReference[],
  path: FieldPath,
  context: Context,
): void {
  let controller: number | undefined;
  references.forEach((reference, i) => {
    validateOwnerReference(reference, path, path.index(i), context);
    if (reference.controller !== true) return;
    if (controller === undefined) controller = i;
    else {
      context.report.invalid(
        path,
        'Two owners claim to be the controller; an object has one at most. Set controller on one of them.',
        {
          at: path.index(i).child('controller'),
          related: [{ field: path.index(controller).child('controller'), message: 'the first controller' }],
        },
      );
    }
  });
}

function validateOwnerReference(reference: OwnerReference, list: FieldPath, place: FieldPath, context: Context): void {
  const version = versionOf(reference.apiVersion ?? '');
  if (version === '')
    context.report.invalid(
      list.child('apiVersion'),
      `The owner's apiVersion "${reference.apiVersion ?? ''}" names no version. Write it as "v1" or "apps/v1".`,
      { at: place.child('apiVersion') },
    );
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (!reference[field])
      context.report.invalid(
        list.child(field),
        `The owner's ${field} is empty, so nothing can find the owner. Fill it in.`,
        { at: place.child(field) },
      );
  }
  if (reference.apiVersion === 'v1' && reference.kind === 'Event')
    context.report.invalid(list, 'An Event cannot own anything. Name another owner.', { at: place });
}

/** The version of `group/version`; empty for what has two slashes (schema.FromAPIVersionAndKind). */
function versionOf(apiVersion: string): string {
  const parts = apiVersion.split('/');
  return parts.length > 2 ? '' : parts.at(-1)!;
}
