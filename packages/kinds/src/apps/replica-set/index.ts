import type { Decoded, apps } from '@podlint/model';
import { defaultReplicaSet } from '@podlint/model/defaults';
import { judgedKinds } from '@podlint/schemas';
import { replicaSetStrategy, warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';

export const replicaSet: KindModule<Decoded<apps.ReplicaSet>> = {
  kind: judgedKinds['apps.v1.ReplicaSet'],
  strategy: replicaSetStrategy,
  applyDefaults: defaultReplicaSet,
  warn: warnAboutHostName,
};
