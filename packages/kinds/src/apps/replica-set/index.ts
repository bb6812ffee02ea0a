import type { Decoded, apps } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutHostName } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { defaultReplicaSet } from './defaults.js';
import { replicaSetStrategy } from './validation.js';

export const replicaSet: KindModule<Decoded<apps.ReplicaSet>> = {
  kind: judgedKinds['apps.v1.ReplicaSet'],
  strategy: replicaSetStrategy,
  applyDefaults: defaultReplicaSet,
  warn: warnAboutHostName,
};
