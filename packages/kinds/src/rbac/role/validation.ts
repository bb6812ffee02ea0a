import type { Decoded, rbac } from '@podlint/model';
import type { Strategy } from '../../strategy.js';
import { rbacNames } from '../names.js';
import { validatePolicyRules } from '../rules.js';

/** pkg/registry/rbac/role/strategy.go, and ValidateRole in pkg/apis/rbac/validation. */
export const roleStrategy: Strategy<Decoded<rbac.Role>> = {
  ...rbacNames,
  validateCreate({ rules = [] }, context) {
    validatePolicyRules(rules, 'namespaced', context);
  },
  validateUpdate({ rules = [] }, _old, context) {
    validatePolicyRules(rules, 'namespaced', context);
  },
};
