import type { Decoded, apps } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { zeroRollingUpdate } from '../rolling-update.js';
import { defaultDaemonSet } from './defaults.js';
import { countGenerations, unreadableGeneration } from './template-generation.js';
import { daemonSetStrategy } from './validation.js';

export const daemonSet: KindModule<Decoded<apps.DaemonSet>> = {
  kind: judgedKinds['apps.v1.DaemonSet'],
  strategy: daemonSetStrategy,
  applyDefaults: defaultDaemonSet,
  unreadableAnnotation: unreadableGeneration,
  convertToInternal({ spec }) {
    zeroRollingUpdate(spec?.updateStrategy, ['maxSurge', 'maxUnavailable']);
  },
  convertToStored: countGenerations,
};
