import type { Decoded, rbac } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { bindingReferences, bindingStrategy, defaultBinding } from '../bindings.js';

/** pkg/registry/rbac/rolebinding/strategy.go. */
export const roleBinding: KindModule<Decoded<rbac.RoleBinding>> = {
  kind: judgedKinds['rbac.v1.RoleBinding'],
  strategy: bindingStrategy('namespaced', ['Role', 'ClusterRole']),
  applyDefaults: defaultBinding,
  references: bindingReferences,
};
