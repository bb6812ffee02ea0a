import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type rbac } from '@podlint/model';
import {
  type Context,
  type LabelSelectorOptions,
  isUsableSelector,
  selectorOptionsForUpdate,
  validateLabelSelector,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { rbacNames } from '../names.js';
import { validatePolicyRules } from '../rules.js';

const says = defineMessages('cluster-role', {
  'no-selectors':
    'The role is to be put together from others, and none are selected. List clusterRoleSelectors, or remove aggregationRule.',
  'unusable-selector': 'The server cannot search with this selector. Correct its keys, operators and values.',
});

type ClusterRole = Decoded<rbac.ClusterRole>;

/** pkg/registry/rbac/clusterrole/strategy.go, and ValidateClusterRole in pkg/apis/rbac/validation. */
export const clusterRoleStrategy: Strategy<ClusterRole> = {
  ...rbacNames,
  validateCreate(role, context) {
    validateClusterRole(role, { values: 'checked' }, context);
  },
  validateUpdate(role, old, context) {
    const { clusterRoleSelectors = [] } = old.aggregationRule ?? {};
    validateClusterRole(role, selectorOptionsForUpdate(clusterRoleSelectors, context), context);
  },
};

function validateClusterRole(
  { rules = [], aggregationRule }: ClusterRole,
  options: LabelSelectorOptions,
  context: Context,
): void {
  validatePolicyRules(rules, 'cluster', context);
  if (!aggregationRule) return;
  const { clusterRoleSelectors = [] } = aggregationRule;
  const path = FieldPath.root.child('aggregationRule', 'clusterRoleSelectors');
  if (clusterRoleSelectors.length === 0) context.report.required(path, says['no-selectors']());
  clusterRoleSelectors.forEach((selector, i) => {
    validateLabelSelector(selector, path.index(i), context, options);
    if (!isUsableSelector(selector)) context.report.invalid(path.index(i), says['unusable-selector']());
  });
}
