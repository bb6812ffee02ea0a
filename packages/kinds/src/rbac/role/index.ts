import type { Decoded, rbac } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { roleStrategy } from './validation.js';

export const role: KindModule<Decoded<rbac.Role>> = {
  kind: judgedKinds['rbac.v1.Role'],
  strategy: roleStrategy,
};
