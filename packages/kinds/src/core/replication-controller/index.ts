import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { defaultReplicationController } from './defaults.js';
import { replicationControllerStrategy } from './validation.js';

export const replicationController: KindModule<Decoded<core.ReplicationController>> = {
  kind: judgedKinds['core.v1.ReplicationController'],
  strategy: replicationControllerStrategy,
  applyDefaults: defaultReplicationController,
  warn: warnAboutHostName,
};
