import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import { type Warn, warnAboutClaimAmounts } from '@podlint/validation';
import { storageClassAnnotation } from './update.js';

const says = defineMessages('claim-warning', {
  'class-annotation': 'The annotation "{key}" is deprecated. Use spec.storageClassName.',
});

/** GetWarningsForPersistentVolumeClaim, pkg/api/persistentvolumeclaim/util.go. */
export function warnAboutPersistentVolumeClaim(
  { metadata, spec = {} }: Decoded<core.PersistentVolumeClaim>,
  warn: Warn,
): void {
  if (metadata?.annotations?.[storageClassAnnotation] !== undefined)
    warn(
      FieldPath.root.child('metadata', 'annotations').key(storageClassAnnotation),
      says['class-annotation']({ key: storageClassAnnotation }),
    );
  warnAboutClaimAmounts(spec, FieldPath.root.child('spec'), warn);
}
