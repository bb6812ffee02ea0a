import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { validateLabelSelector } from '../../selectors/label-selector.js';
import { validateLegacyMatchLabelKeys, validateMergedLabelKeys } from './label-keys.js';

const says = defineMessages('topology-spread', {
  'max-skew':
    'maxSkew is {maxSkew}, but it must be at least 1. It is the number of Pods by which two places may differ. Use 1 or more.',
  'no-topology-key':
    'The constraint does not say over what to spread. Set topologyKey to a label of nodes, as in "topology.kubernetes.io/zone".',
  'min-domains': 'minDomains is {minDomains}, but it must be at least 1. Use 1 or more.',
  'needless-min-domains':
    'minDomains works only with whenUnsatisfiable "DoNotSchedule", not with "{action}". Change that, or remove minDomains.',
  'never-holds-back': 'never holds pods back',
  twice: 'Two constraints spread over "{key}" with "{action}", and only one can apply. Merge them, or change one.',
  'other-constraint': 'the other constraint',
});

export type SpreadConstraint = Decoded<core.TopologySpreadConstraint>;

const unsatisfiableActions = ['DoNotSchedule', 'ScheduleAnyway'] as const;
const inclusionPolicies = ['Honor', 'Ignore'] as const;

/** validateTopologySpreadConstraints, pkg/apis/core/validation/validation.go. */
export function validateSpreadConstraints(
  constraints: readonly SpreadConstraint[],
  path: FieldPath,
  context: Context,
): void {
  constraints.forEach((constraint, i) => {
    validateConstraint(constraint, path.index(i), context);
    validateNotRepeated(constraint, constraints, i, path, context);
  });
}

function validateConstraint(constraint: SpreadConstraint, path: FieldPath, context: Context): void {
  const { report } = context;
  const { maxSkew = 0, topologyKey, whenUnsatisfiable = '' } = constraint;
  if (maxSkew <= 0) report.invalid(path.child('maxSkew'), says['max-skew']({ maxSkew }));
  if (!topologyKey) report.required(path.child('topologyKey'), says['no-topology-key']());
  if (!isOneOf(whenUnsatisfiable, unsatisfiableActions))
    report.notSupported(path.child('whenUnsatisfiable'), whenUnsatisfiable, unsatisfiableActions);
  validateMinDomains(constraint, path, context);
  validateInclusionPolicy(constraint, 'nodeAffinityPolicy', path, context);
  validateInclusionPolicy(constraint, 'nodeTaintsPolicy', path, context);
  if (context.options.spreadMatchLabelKeys === 'merged') validateMergedLabelKeys(constraint, path, context);
  else validateLegacyMatchLabelKeys(constraint, path, context);
  if (constraint.labelSelector && !context.options.allowInvalidTopologySpreadConstraintLabelSelector) {
    validateLabelSelector(constraint.labelSelector, path.child('labelSelector'), context);
  }
}

function validateMinDomains(
  { minDomains, whenUnsatisfiable = '' }: SpreadConstraint,
  path: FieldPath,
  { report }: Context,
): void {
  if (minDomains === undefined) return;
  if (minDomains <= 0) report.invalid(path.child('minDomains'), says['min-domains']({ minDomains }));
  if (whenUnsatisfiable === 'DoNotSchedule') return;
  report.invalid(path.child('minDomains'), says['needless-min-domains']({ action: whenUnsatisfiable }), {
    related: [{ field: path.child('whenUnsatisfiable'), message: says['never-holds-back']() }],
  });
}

function validateInclusionPolicy(
  constraint: SpreadConstraint,
  field: 'nodeAffinityPolicy' | 'nodeTaintsPolicy',
  path: FieldPath,
  { report }: Context,
): void {
  const policy = constraint[field];
  if (policy !== undefined && !isOneOf(policy, inclusionPolicies))
    report.notSupported(path.child(field), policy, inclusionPolicies);
}

/**
 * One constraint for each pair of key and action. The server reports the earlier one of two, under a field of its own
 * making.
 */
function validateNotRepeated(
  constraint: SpreadConstraint,
  constraints: readonly SpreadConstraint[],
  index: number,
  path: FieldPath,
  context: Context,
): void {
  const later = constraints.findIndex((other, i) => i > index && isSamePair(other, constraint));
  if (later < 0) return;
  const { topologyKey = '', whenUnsatisfiable = '' } = constraint;
  context.report.duplicate(
    path.index(index).child('{topologyKey, whenUnsatisfiable}'),
    says.twice({ key: topologyKey, action: whenUnsatisfiable }),
    { at: path.index(later), related: [{ field: path.index(index), message: says['other-constraint']() }] },
  );
}

function isSamePair(a: SpreadConstraint, b: SpreadConstraint): boolean {
  return (a.topologyKey ?? '') === (b.topologyKey ?? '') && (a.whenUnsatisfiable ?? '') === (b.whenUnsatisfiable ?? '');
}

function isOneOf(value: string, choices: readonly string[]): boolean {
  return choices.includes(value);
}
