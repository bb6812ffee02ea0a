import { defineMessages } from '@podlint/messages';
import type { FieldPath } from '@podlint/model';
import type { Context } from '../context.js';
import { validateAccessModes } from '../pod/volumes/claim-spec.js';
import { validateSource } from './sources.js';
import type { PersistentVolumeSpec } from './types.js';

const says = defineMessages('inline-volume', {
  needless: 'A volume inside of a VolumeAttachment has no `{field}`. Remove it.',
  'no-csi': 'A volume inside of a VolumeAttachment is one of a CSI driver. Set csi.',
  'other-value':
    'A volume inside of a VolumeAttachment can have the `{field}` "{only}" only. Use it, or remove the field.',
  'local-without-affinity': 'A local volume is on one node, which a VolumeAttachment cannot say. Use csi.',
});

const needless = ['claimRef', 'nodeAffinity', 'storageClassName'] as const;
const onlyValues = { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' } as const;

/**
 * The volume that a VolumeAttachment describes by itself (ValidatePersistentVolumeSpec with
 * validateInlinePersistentVolumeSpec, pkg/apis/core/validation/validation.go).
 */
export function validateInlineVolumeSpec(spec: PersistentVolumeSpec, path: FieldPath, context: Context): void {
  const { report } = context;
  for (const field of needless) if (spec[field]) report.forbidden(path.child(field), says.needless({ field }));
  if (Object.keys(spec.capacity ?? {}).length > 0)
    report.forbidden(path.child('capacity'), says.needless({ field: 'capacity' }));
  if (!spec.csi) report.required(path.child('csi'), says['no-csi']());
  validateAccessModes(spec.accessModes ?? [], path.child('accessModes'), context);
  const source = validateSource(spec, path, { context, volumeName: undefined });
  if (source === 'local') report.required(path.child('nodeAffinity'), says['local-without-affinity']());
  validateOnlyValues(spec, path, context);
}

function validateOnlyValues(spec: PersistentVolumeSpec, path: FieldPath, { report }: Context): void {
  const { persistentVolumeReclaimPolicy: policy, volumeMode: mode } = spec;
  if (policy && policy !== onlyValues.persistentVolumeReclaimPolicy)
    report.forbidden(
      path.child('persistentVolumeReclaimPolicy'),
      says['other-value']({ field: 'persistentVolumeReclaimPolicy', only: onlyValues.persistentVolumeReclaimPolicy }),
    );
  if (mode !== undefined && mode !== onlyValues.volumeMode)
    report.forbidden(
      path.child('volumeMode'),
      says['other-value']({ field: 'volumeMode', only: onlyValues.volumeMode }),
    );
}
