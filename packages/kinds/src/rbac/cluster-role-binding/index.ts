import type { Decoded, rbac } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { bindingReferences, bindingStrategy, defaultBinding } from '../bindings.js';

/** pkg/registry/rbac/clusterrolebinding/strategy.go. */
export const clusterRoleBinding: KindModule<Decoded<rbac.ClusterRoleBinding>> = {
  kind: judgedKinds['rbac.v1.ClusterRoleBinding'],
  strategy: bindingStrategy('cluster', ['ClusterRole']),
  applyDefaults: defaultBinding,
  references: bindingReferences,
};
