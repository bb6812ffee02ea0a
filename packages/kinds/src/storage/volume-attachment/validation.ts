import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type storage } from '@podlint/model';
import {
  type Context,
  checkName,
  dnsSubdomainProblem,
  requireField,
  requireUnchanged,
  validateCsiDriverName,
  validateInlineVolumeSpec,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';

const says = defineMessages('volume-attachment', {
  'no-source': 'The source names no volume to attach. Set persistentVolumeName.',
  'two-sources': 'One volume is attached, and two are named. Remove inlineVolumeSpec or persistentVolumeName.',
});

type VolumeAttachment = Decoded<storage.VolumeAttachment>;

const specPath = FieldPath.root.child('spec');
const sourcePath = specPath.child('source');
/** Before, an update only asked for the name of the attacher. */
const attacherCheckedOnUpdateSince: Minor = 36;

/** pkg/registry/storage/volumeattachment/strategy.go, and ValidateVolumeAttachment in pkg/apis/storage/validation. */
export const volumeAttachmentStrategy: Strategy<VolumeAttachment> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate(attachment, context) {
    validateCsiDriverName(attachment.spec?.attacher ?? '', specPath.child('attacher'), context);
    validateAttachment(attachment, context);
  },
  validateUpdate(attachment, old, context) {
    const { attacher = '' } = attachment.spec ?? {};
    const validateAttacher = context.minor >= attacherCheckedOnUpdateSince ? validateCsiDriverName : requireField;
    validateAttacher(attacher, specPath.child('attacher'), context);
    validateAttachment(attachment, context);
    requireUnchanged(comparable(attachment), comparable(old), ['spec'], FieldPath.root, context);
  },
};

/**
 * With the fields of a CSI volume that are plain values here and pointers in a Pod, whose rules `semanticEqual` knows.
 */
function comparable({ spec = {} }: VolumeAttachment): Pick<VolumeAttachment, 'spec'> {
  const { source = {} } = spec;
  const { inlineVolumeSpec } = source;
  if (!inlineVolumeSpec?.csi) return { spec };
  const csi = { readOnly: false, fsType: '', ...inlineVolumeSpec.csi };
  return { spec: { ...spec, source: { ...source, inlineVolumeSpec: { ...inlineVolumeSpec, csi } } } };
}

function validateAttachment({ spec: { nodeName = '', source = {} } = {} }: VolumeAttachment, context: Context): void {
  validateSource(source, context);
  checkName(nodeName, specPath.child('nodeName'), dnsSubdomainProblem, context);
}

/** validateVolumeAttachmentSource. */
function validateSource(
  { inlineVolumeSpec, persistentVolumeName }: Decoded<storage.VolumeAttachmentSource>,
  context: Context,
): void {
  const namePath = sourcePath.child('persistentVolumeName');
  checkName(persistentVolumeName, namePath, dnsSubdomainProblem, context);
  if (inlineVolumeSpec && persistentVolumeName !== undefined)
    context.report.forbidden(sourcePath, says['two-sources'](), { at: sourcePath.child('inlineVolumeSpec') });
  else if (inlineVolumeSpec) validateInlineVolumeSpec(inlineVolumeSpec, sourcePath.child('inlineVolumeSpec'), context);
  else if (persistentVolumeName === undefined) context.report.required(sourcePath, says['no-source']());
  else requireField(persistentVolumeName, namePath, context);
}
