import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('claim-attributes-class', {
  off: 'volumeAttributesClassName cannot change while the feature gate {gate} is off. Leave it as it is.',
  removed:
    'The volume has the attributes of a class already, and they cannot be taken back. Name another class instead.',
});

type Claim = Decoded<core.PersistentVolumeClaim>;

/** Since then only a class that was applied has to stay (ValidatePersistentVolumeClaimUpdate). */
const appliedClassStaysSince = 34;

export function validateAttributesClassUpdate(claim: Claim, old: Claim, context: Context): void {
  const name = claim.spec?.volumeAttributesClassName;
  const oldName = old.spec?.volumeAttributesClassName;
  if (name === oldName) return;
  const path = FieldPath.root.child('spec', 'volumeAttributesClassName');
  const isOn = context.enabled('VolumeAttributesClass');
  if (!isOn) context.report.forbidden(path, says.off({ gate: 'VolumeAttributesClass' }));
  const applied = context.minor >= appliedClassStaysSince ? old.status?.currentVolumeAttributesClassName : oldName;
  if ((isOn || oldName !== undefined) && applied !== undefined && !name) context.report.forbidden(path, says.removed());
}
