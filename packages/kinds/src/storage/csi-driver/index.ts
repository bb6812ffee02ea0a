import type { Decoded, storage } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultCSIDriver } from './defaults.js';
import { csiDriverStrategy } from './validation.js';
import { warnAboutCSIDriver } from './warnings.js';

export const csiDriver: KindModule<Decoded<storage.CSIDriver>> = {
  kind: judgedKinds['storage.v1.CSIDriver'],
  strategy: csiDriverStrategy,
  applyDefaults: defaultCSIDriver,
  disabledFields: [
    { gate: 'MutableCSINodeAllocatableCount', fields: ['spec.nodeAllocatableUpdatePeriodSeconds'] },
    { gate: 'CSIServiceAccountTokenSecrets', fields: ['spec.serviceAccountTokenInSecrets'] },
    { gate: 'VolumeLimitScaling', fields: ['spec.preventPodSchedulingIfMissing'] },
  ],
  warn: warnAboutCSIDriver,
};
