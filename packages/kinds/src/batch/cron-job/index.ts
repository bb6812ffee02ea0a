import { type Decoded, FieldPath, type batch } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { warnAboutJobSpec } from '../job/warnings.js';
import { defaultCronJob } from './defaults.js';
import { cronJobStrategy } from './validation.js';

export const cronJob: KindModule<Decoded<batch.CronJob>> = {
  kind: judgedKinds['batch.v1.CronJob'],
  strategy: cronJobStrategy,
  applyDefaults: defaultCronJob,
  warn(object, warn) {
    warnAboutHostName(object, warn);
    warnAboutJobSpec(object.spec?.jobTemplate?.spec ?? {}, FieldPath.root.child('spec', 'jobTemplate', 'spec'), warn);
  },
  references: [
    {
      refersTo: { to: 'container' },
      fields: ['spec.jobTemplate.spec.podFailurePolicy.rules[].onExitCodes.containerName'],
    },
  ],
};
