import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type rbac } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('policy-rule', {
  'no-verbs': 'The rule allows nothing to be done. List verbs, such as ["get", "list", "watch"].',
  'no-api-groups':
    'apiGroups is not set. It says which API groups the resources belong to. List at least one; "" stands for the core group.',
  'no-resources': 'The rule is about no resource. List resources, such as ["pods"].',
  'urls-in-namespace':
    'Paths such as /healthz are in no namespace, so a Role cannot allow them. Use a ClusterRole and a ClusterRoleBinding.',
  'urls-and-resources': 'A rule is about resources or about paths. Make two rules of it.',
});

type PolicyRule = Decoded<rbac.PolicyRule>;

/** ValidatePolicyRule, pkg/apis/rbac/validation, for each rule of a role. */
export function validatePolicyRules(
  rules: readonly PolicyRule[],
  scope: 'namespaced' | 'cluster',
  context: Context,
): void {
  rules.forEach((rule, i) => validateRule(rule, scope, FieldPath.root.child('rules').index(i), context));
}

function validateRule(rule: PolicyRule, scope: 'namespaced' | 'cluster', path: FieldPath, { report }: Context): void {
  const { verbs = [], nonResourceURLs = [], apiGroups = [], resources = [], resourceNames = [] } = rule;
  if (verbs.length === 0) report.required(path.child('verbs'), says['no-verbs']());
  if (nonResourceURLs.length > 0) {
    const urlsPath = path.child('nonResourceURLs');
    if (scope === 'namespaced') report.invalid(urlsPath, says['urls-in-namespace']());
    if (apiGroups.length + resources.length + resourceNames.length > 0)
      report.invalid(urlsPath, says['urls-and-resources']());
    return;
  }
  if (apiGroups.length === 0) report.required(path.child('apiGroups'), says['no-api-groups']());
  if (resources.length === 0) report.required(path.child('resources'), says['no-resources']());
}
