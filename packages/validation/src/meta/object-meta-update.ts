import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import type { ObjectMeta } from './object-meta.js';

const differs = 'differs from the stored object.';
const says = defineMessages('metadata-update', {
  name: `\`name\` ${differs} Another name is another object: create it, and delete the old one.`,
  namespace: `\`namespace\` ${differs} An object cannot move to another namespace: create it there, and delete the old one.`,
  'deletion-timestamp': `\`deletionTimestamp\` ${differs} It is set when the object is deleted. Remove it from the manifest, and use "kubectl delete".`,
  'deletion-grace-period': `\`deletionGracePeriodSeconds\` ${differs} It is set when the object is deleted. Remove it from the manifest, and use "kubectl delete --grace-period".`,
  'new-finalizer': 'The object is being deleted, so the finalizer "{finalizer}" comes too late. Remove it.',
});

/** What no update changes. */
const settled = {
  name: says.name,
  namespace: says.namespace,
  deletionTimestamp: says['deletion-timestamp'],
  deletionGracePeriodSeconds: says['deletion-grace-period'],
} as const;

/**
 * What an update may do to metadata (ValidateObjectMetaAccessorUpdate, apimachinery/pkg/api/validation/objectmeta.go),
 * besides what holds for new objects too.
 */
export function validateObjectMetaUpdate(
  metadata: ObjectMeta,
  old: ObjectMeta,
  path: FieldPath,
  context: Context,
): void {
  for (const field of Object.keys(settled) as (keyof typeof settled)[]) {
    if (metadata[field] !== old[field]) context.report.invalid(path.child(field), settled[field]());
  }
  if (old.deletionTimestamp)
    forbidNewFinalizers(metadata.finalizers ?? [], old.finalizers ?? [], path.child('finalizers'), context);
}

function forbidNewFinalizers(
  finalizers: readonly string[],
  old: readonly string[],
  path: FieldPath,
  context: Context,
): void {
  const added = finalizers.findIndex((finalizer) => !old.includes(finalizer));
  if (added >= 0)
    context.report.forbidden(path, says['new-finalizer']({ finalizer: finalizers[added]! }), { at: path.index(added) });
}
