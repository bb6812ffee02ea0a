import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, admissionregistration } from '@podlint/model';
import { type Context, checkName, pathSegmentNameProblem, requireField } from '@podlint/validation';

const says = defineMessages('admission-rule', {
  'none-listed': '`{field}` lists nothing, so the rule could match nothing. List at least one, or "*" for all.',
  'beside-all': '"*" stands for all of them, so nothing else may be listed beside it. Remove the others, or "*".',
  'beside-subresources': '"{other}" is listed before and stands for "{resource}" too. Remove one of the two.',
  'name-twice': '"{name}" is listed before. Remove it here.',
});

/** What webhooks and policies share: operations, and the resources that they are made on. */
export type AdmissionRule = Decoded<admissionregistration.NamedRuleWithOperations>;

const operationNames = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const scopes = ['*', 'Cluster', 'Namespaced'];

/** validateRuleWithOperations, pkg/apis/admissionregistration/validation. */
export function validateRule(rule: AdmissionRule, path: FieldPath, context: Context): void {
  const { operations = [], apiGroups = [], apiVersions = [], resources = [], scope } = rule;
  requireListed(operations, path.child('operations'), context);
  operations.forEach((operation, i) => {
    if (!operationNames.includes(operation))
      context.report.notSupported(path.child('operations').index(i), operation, operationNames);
  });
  requireListed(apiGroups, path.child('apiGroups'), context);
  requireListed(apiVersions, path.child('apiVersions'), context);
  apiVersions.forEach((version, i) => requireField(version, path.child('apiVersions').index(i), context));
  validateResources(resources, path.child('resources'), context);
  if (scope !== undefined && !scopes.includes(scope)) context.report.notSupported(path.child('scope'), scope, scopes);
}

/** validateNamedRuleWithOperations. */
export function validateNamedRule(rule: AdmissionRule, path: FieldPath, context: Context): void {
  const { resourceNames = [] } = rule;
  resourceNames.forEach((name, i) => {
    const at = path.child('resourceNames').index(i);
    checkName(name, at, pathSegmentNameProblem, context);
    if (resourceNames.indexOf(name) < i) context.report.duplicate(at, says['name-twice']({ name }));
  });
  validateRule(rule, path, context);
}

/** At least one, and "*" alone. */
function requireListed(names: readonly string[], path: FieldPath, { report }: Context): void {
  if (names.length === 0) report.required(path, says['none-listed']({ field: String(path.segment) }));
  if (names.length > 1 && names.includes('*')) report.invalid(path, says['beside-all']());
}

/** validateResources: `pods`, `pods/status`, and "*" for either part. */
function validateResources(resources: readonly string[], path: FieldPath, context: Context): void {
  const { report } = context;
  if (resources.length === 0) report.required(path, says['none-listed']({ field: 'resources' }));
  const covering = new Set<string>();
  resources.forEach((resource, i) => {
    requireField(resource, path.index(i), context);
    const slash = resource.indexOf('/');
    if (slash < 0) return;
    const [all, everywhere] = [`${resource.slice(0, slash)}/*`, `*/${resource.slice(slash + 1)}`];
    for (const other of [all, everywhere])
      if (covering.has(other)) report.invalid(path.index(i), says['beside-subresources']({ other, resource }));
    for (const other of [all, everywhere]) if (other === resource) covering.add(other);
  });
  if (resources.length > 1 && resources.includes('*/*')) report.invalid(path, says['beside-all']());
  if (resources.includes('*') && lastPlain(resources)) report.invalid(path, says['beside-all']());
}

/** Upstream looks at the last resource without a subresource only. */
function lastPlain(resources: readonly string[]): boolean {
  const last = resources.findLast((resource) => resource !== '' && !resource.includes('/'));
  return last !== undefined && last !== '*';
}
