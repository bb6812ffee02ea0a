import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, meta } from '@podlint/model';
import type { Context } from '../context.js';

const says = defineMessages('owner-reference', {
  'two-controllers': 'Two owners claim to be the controller; an object has one at most. Set controller on one of them.',
  'first-controller': 'the first controller',
  'no-version': 'The owner\'s apiVersion "{apiVersion}" names no version. Write it as "v1" or "apps/v1".',
  'empty-field': "The owner's {field} is empty, so nothing can find the owner. Fill it in.",
  'event-owner': 'An Event cannot own anything. Name another owner.',
});

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
      context.report.invalid(path, says['two-controllers'](), {
        at: path.index(i).child('controller'),
        related: [{ field: path.index(controller).child('controller'), message: says['first-controller']() }],
      });
    }
  });
}

function validateOwnerReference(reference: OwnerReference, list: FieldPath, place: FieldPath, context: Context): void {
  const version = versionOf(reference.apiVersion ?? '');
  if (version === '')
    context.report.invalid(list.child('apiVersion'), says['no-version']({ apiVersion: reference.apiVersion ?? '' }), {
      at: place.child('apiVersion'),
    });
  for (const field of ['kind', 'name', 'uid'] as const) {
    if (!reference[field])
      context.report.invalid(list.child(field), says['empty-field']({ field }), { at: place.child(field) });
  }
  if (reference.apiVersion === 'v1' && reference.kind === 'Event')
    context.report.invalid(list, says['event-owner'](), { at: place });
}

/** The version of `group/version`; empty for what has two slashes (schema.FromAPIVersionAndKind). */
function versionOf(apiVersion: string): string {
  const parts = apiVersion.split('/');
  return parts.length > 2 ? '' : parts.at(-1)!;
}
