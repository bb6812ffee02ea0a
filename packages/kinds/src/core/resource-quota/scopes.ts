import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import { type Context, plainList } from '@podlint/validation';

const says = defineMessages('quota-scope', {
  unknown: '"{scope}" is not a scope of a quota. Use one of {known}.',
  'not-for-resource':
    'The scope {scope} is about other things than {resource}, so the quota cannot limit it. Remove one of them.',
  conflict: '{scope} and {other} exclude each other, so nothing is in both. Remove one of them.',
  'not-exists': 'The scope {scope} is there or not, and is not compared with values. Use the operator "Exists".',
  'no-values': 'The operator {operator} compares with values, and none is listed. List them.',
  'needless-values': 'The operator {operator} looks at the scope only. Remove the values, or use In or NotIn.',
  'unknown-operator': '"{operator}" is not an operator of a scope selector. Use In, NotIn, Exists or DoesNotExist.',
});

type ResourceQuotaSpec = Decoded<core.ResourceQuotaSpec>;
type Requirement = Decoded<core.ScopedResourceSelectorRequirement>;

/** pkg/apis/core/helper/helpers.go. */
const podCounts = ['pods'];
const podAmounts = ['cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
const claimResources = ['persistentvolumeclaims', 'requests.storage'];

/** What a quota with the scope can limit (IsResourceQuotaScopeValidForResource). */
const resourcesByScope: ReadonlyMap<string, readonly string[]> = new Map([
  ['Terminating', [...podCounts, ...podAmounts]],
  ['NotTerminating', [...podCounts, ...podAmounts]],
  ['BestEffort', podCounts],
  ['NotBestEffort', [...podCounts, ...podAmounts]],
  ['PriorityClass', [...podCounts, ...podAmounts]],
  ['CrossNamespacePodAffinity', [...podCounts, ...podAmounts]],
  ['VolumeAttributesClass', claimResources],
]);

/** Claims can be told apart by their class since this version. */
const attributesClassSince: Minor = 33;
/** Scopes that have no values. */
const plainScopes = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'];
const opposites = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

function resourcesOf(scope: string, { minor }: Context): readonly string[] | undefined {
  return scope === 'VolumeAttributesClass' && minor < attributesClassSince ? undefined : resourcesByScope.get(scope);
}

/** validateResourceQuotaScopes: the server names the list, never the entry. */
export function validateScopes(spec: ResourceQuotaSpec, path: FieldPath, context: Context): void {
  const { scopes = [] } = spec;
  const listPath = path.child('scopes');
  scopes.forEach((scope, i) => {
    reportUnknown(scope, listPath, listPath.index(i), context);
    reportResources(scope, spec, listPath, listPath.index(i), context);
  });
  reportConflicts(scopes, listPath, context);
}

/** validateScopedResourceSelectorRequirement: here too the server leaves the index out. */
export function validateScopeSelector(spec: ResourceQuotaSpec, path: FieldPath, context: Context): void {
  const requirements = spec.scopeSelector?.matchExpressions ?? [];
  const listPath = path.child('matchExpressions');
  requirements.forEach((requirement, i) => {
    const { scopeName = '' } = requirement;
    const place = listPath.index(i);
    reportUnknown(scopeName, listPath.child('scopeName'), place.child('scopeName'), context);
    reportResources(scopeName, spec, listPath, place.child('scopeName'), context);
    validateOperator(requirement, listPath, place, context);
  });
  reportConflicts(
    requirements.map(({ scopeName = '' }) => scopeName),
    listPath,
    context,
  );
}

function reportUnknown(scope: string, path: FieldPath, place: FieldPath, context: Context): void {
  if (resourcesOf(scope, context)) return;
  const known = plainList([...resourcesByScope.keys()].filter((name) => resourcesOf(name, context)));
  context.report.invalid(path, says.unknown({ scope, known }), { at: place });
}

/** Names outside of the quota's own are not compared: whoever counts them knows what they are about. */
function reportResources(
  scope: string,
  { hard = {} }: ResourceQuotaSpec,
  path: FieldPath,
  place: FieldPath,
  context: Context,
): void {
  const resources = resourcesOf(scope, context);
  if (!resources) return;
  const other = Object.keys(hard).find((name) => isStandard(name) && !resources.includes(name));
  if (other !== undefined)
    context.report.invalid(path, says['not-for-resource']({ scope, resource: other }), { at: place });
}

/** IsStandardQuotaResourceName, of the names that can get here: one without a domain is standard, or refused. */
function isStandard(name: string): boolean {
  return standardNames.has(name) || name.startsWith('hugepages-') || name.startsWith('requests.hugepages-');
}

const standardNames: ReadonlySet<string> = new Set([
  ...podCounts,
  ...podAmounts,
  ...claimResources,
  'ephemeral-storage',
  'requests.ephemeral-storage',
  'limits.ephemeral-storage',
  'resourcequotas',
  'services',
  'services.nodeports',
  'services.loadbalancers',
  'replicationcontrollers',
  'secrets',
  'configmaps',
]);

function reportConflicts(scopes: readonly string[], path: FieldPath, { report }: Context): void {
  for (const [scope, other] of opposites) {
    if (scopes.includes(scope) && scopes.includes(other)) report.invalid(path, says.conflict({ scope, other }));
  }
}

function validateOperator(
  { scopeName: scope = '', operator = '', values = [] }: Requirement,
  path: FieldPath,
  place: FieldPath,
  { report }: Context,
): void {
  if (plainScopes.includes(scope) && operator !== 'Exists')
    report.invalid(path.child('operator'), says['not-exists']({ scope }), { at: place.child('operator') });
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0)
        report.required(path.child('values'), says['no-values']({ operator }), { at: place.child('values') });
      return;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0)
        report.invalid(path.child('values'), says['needless-values']({ operator }), { at: place.child('values') });
      return;
    default:
      report.invalid(path.child('operator'), says['unknown-operator']({ operator }), { at: place.child('operator') });
  }
}
