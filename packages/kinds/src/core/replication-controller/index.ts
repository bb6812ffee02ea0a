import type { Decoded, core } from '@podlint/model';
import { defaultReplicationController } from '@podlint/model/defaults';
import { judgedKinds } from '@podlint/schemas';
import { replicationControllerStrategy, warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';

export const replicationController: KindModule<Decoded<core.ReplicationController>> = {
  kind: judgedKinds['core.v1.ReplicationController'],
  strategy: replicationControllerStrategy,
  applyDefaults: defaultReplicationController,
  warn: warnAboutHostName,
};
