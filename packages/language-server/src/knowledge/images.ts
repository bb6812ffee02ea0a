import type { OwnedField } from '@podlint/schema';

/** Whether a field holds the reference of an image that a kubelet pulls. */
export function isImage({ owner, name }: Pick<OwnedField, 'owner' | 'name'>): boolean {
  return (
    (name === 'image' && (owner === 'core.v1.Container' || owner === 'core.v1.EphemeralContainer')) ||
    (owner === 'core.v1.ImageVolumeSource' && name === 'reference')
  );
}
