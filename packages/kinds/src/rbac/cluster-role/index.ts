import type { Decoded, rbac } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { clusterRoleStrategy } from './validation.js';

export const clusterRole: KindModule<Decoded<rbac.ClusterRole>> = {
  kind: judgedKinds['rbac.v1.ClusterRole'],
  strategy: clusterRoleStrategy,
};
