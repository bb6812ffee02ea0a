import type { Decoded, apps } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { zeroRollingUpdate } from '../rolling-update.js';
import { defaultDeployment } from './defaults.js';
import { keepRollback, unreadableRollback } from './rollback.js';
import { deploymentStrategy } from './validation.js';

export const deployment: KindModule<Decoded<apps.Deployment>> = {
  kind: judgedKinds['apps.v1.Deployment'],
  strategy: deploymentStrategy,
  applyDefaults: defaultDeployment,
  unreadableAnnotation: unreadableRollback,
  convertToInternal({ spec }) {
    zeroRollingUpdate(spec?.strategy, ['maxSurge', 'maxUnavailable']);
  },
  convertToStored: keepRollback,
  warn: warnAboutHostName,
};
