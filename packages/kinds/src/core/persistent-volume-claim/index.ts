import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { claimReferences } from '../../claim-references.js';
import type { KindModule } from '../../kind-module.js';
import { defaultPersistentVolumeClaim } from './defaults.js';
import { persistentVolumeClaimStrategy } from './validation.js';
import { warnAboutPersistentVolumeClaim } from './warnings.js';

export const persistentVolumeClaim: KindModule<Decoded<core.PersistentVolumeClaim>> = {
  kind: judgedKinds['core.v1.PersistentVolumeClaim'],
  strategy: persistentVolumeClaimStrategy,
  applyDefaults: defaultPersistentVolumeClaim,
  newStatus: () => ({ phase: 'Pending' }),
  settledStatus: ({ spec }) => ({ phase: 'Bound', capacity: spec?.resources?.requests }),
  // pkg/api/persistentvolumeclaim/util.go, DropDisabledFields.
  disabledFields: [{ gate: 'VolumeAttributesClass', fields: ['spec.volumeAttributesClassName'] }],
  warn: warnAboutPersistentVolumeClaim,
  references: claimReferences('spec'),
};
