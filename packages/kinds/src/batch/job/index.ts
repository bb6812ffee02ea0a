import { type Decoded, FieldPath, type batch } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { hideUid } from './conversion.js';
import { defaultJob } from './defaults.js';
import { jobStrategy } from './validation.js';
import { warnAboutJobSpec } from './warnings.js';

export const job: KindModule<Decoded<batch.Job>> = {
  kind: judgedKinds['batch.v1.Job'],
  strategy: jobStrategy,
  applyDefaults: defaultJob,
  // pkg/registry/batch/job/strategy.go, PrepareForCreate.
  disabledFields: [
    { gate: 'JobManagedBy', fields: ['spec.managedBy'] },
    { gate: 'JobSuccessPolicy', fields: ['spec.successPolicy'] },
  ],
  convertToStored: hideUid,
  warn(object, warn) {
    warnAboutHostName(object, warn);
    warnAboutJobSpec(object.spec ?? {}, FieldPath.root.child('spec'), warn);
  },
  references: [{ refersTo: { to: 'container' }, fields: ['spec.podFailurePolicy.rules[].onExitCodes.containerName'] }],
};
