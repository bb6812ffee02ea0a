import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Kind, type rbac, semanticEqual } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillUnset } from '@podlint/model/defaults';
import {
  type Context,
  type KubernetesObject,
  checkName,
  dnsSubdomainProblem,
  firstDifference,
  pathSegmentNameProblem,
  requireField,
  requireName,
} from '@podlint/validation';
import { objectOfKindBeside, type FieldReferences } from '../reference.js';
import type { Strategy } from '../strategy.js';
import { rbacNames } from './names.js';

const says = defineMessages('role-binding', {
  'role-changed':
    'The role of a binding is settled when it is created. Delete and recreate the binding, or create another one.',
  'no-namespace':
    'A ServiceAccount lives in a namespace, and a ClusterRoleBinding in none, so it has to be named here. Set namespace.',
  'service-account-group': 'A ServiceAccount is of the core group, which has no name. Remove apiGroup.',
});

interface Binding extends KubernetesObject {
  roleRef?: Decoded<rbac.RoleRef>;
  subjects?: Decoded<rbac.Subject>[];
}
type Subject = Decoded<rbac.Subject>;

const group = 'rbac.authorization.k8s.io';
const rolePath = FieldPath.root.child('roleRef');
const subjectKinds = ['ServiceAccount', 'User', 'Group'];

const roleDefaults: DefaultTable<Decoded<rbac.RoleRef>> = [['apiGroup', group, 'the group that roles are in']];
const subjectDefaults: DefaultTable<Subject> = [['apiGroup', group, 'the group that users and groups are in']];

/** SetDefaults_RoleBinding, SetDefaults_ClusterRoleBinding and SetDefaults_Subject. */
export function defaultBinding(binding: Binding, defaulting: Defaulting): void {
  fillUnset((binding.roleRef ??= {}), roleDefaults, defaulting);
  for (const subject of binding.subjects ?? [])
    if (subject.kind === 'User' || subject.kind === 'Group') fillUnset(subject, subjectDefaults, defaulting);
}

export const bindingReferences: readonly FieldReferences[] = [
  { refersTo: objectOfKindBeside, fields: ['roleRef.name', 'subjects[].name'] },
];

/** ValidateRoleBinding and ValidateClusterRoleBinding, pkg/apis/rbac/validation, with the update of both. */
export function bindingStrategy(scope: Kind['scope'], roleKinds: readonly string[]): Strategy<Binding> {
  const validate = (binding: Binding, context: Context): void => {
    validateRoleRef(binding.roleRef ?? {}, roleKinds, context);
    binding.subjects?.forEach((subject, i) =>
      validateSubject(subject, scope, FieldPath.root.child('subjects').index(i), context),
    );
  };
  return {
    ...rbacNames,
    validateCreate: validate,
    validateUpdate(binding, old, context) {
      validate(binding, context);
      if (semanticEqual(binding.roleRef, old.roleRef, 'roleRef')) return;
      const at = firstDifference(binding.roleRef, old.roleRef, rolePath, 'roleRef');
      context.report.invalid(rolePath, says['role-changed'](), { at });
    },
  };
}

function validateRoleRef(
  { apiGroup = '', kind = '', name }: Decoded<rbac.RoleRef>,
  roleKinds: readonly string[],
  context: Context,
): void {
  if (apiGroup !== group) context.report.notSupported(rolePath.child('apiGroup'), apiGroup, [group]);
  if (!roleKinds.includes(kind)) context.report.notSupported(rolePath.child('kind'), kind, roleKinds);
  requireName(name, rolePath.child('name'), pathSegmentNameProblem, context);
}

/** ValidateRoleBindingSubject. */
function validateSubject(subject: Subject, scope: Kind['scope'], path: FieldPath, context: Context): void {
  const { kind = '', name, apiGroup = '' } = subject;
  requireField(name, path.child('name'), context);
  if (kind === 'ServiceAccount') validateServiceAccount(subject, scope, path, context);
  else if (!subjectKinds.includes(kind)) context.report.notSupported(path.child('kind'), kind, subjectKinds);
  else if (apiGroup !== group) context.report.notSupported(path.child('apiGroup'), apiGroup, [group]);
}

function validateServiceAccount(
  { name, apiGroup, namespace }: Subject,
  scope: Kind['scope'],
  path: FieldPath,
  context: Context,
): void {
  checkName(name || undefined, path.child('name'), dnsSubdomainProblem, context);
  if (apiGroup)
    context.report.notSupported(path.child('apiGroup'), apiGroup, [''], { message: says['service-account-group']() });
  if (scope === 'cluster' && !namespace) context.report.required(path.child('namespace'), says['no-namespace']());
}
