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
  const laterOnes = laterOfSamePair(constraints);
  constraints.forEach((constraint, i) => {
    validateConstraint(constraint, path.index(i), context);
    const later = laterOnes.get(i);
    if (later !== undefined) reportRepeated(constraint, path, { index: i, later }, context);
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

/** For each constraint with one of the same pair of key and action behind it: the next of them. */
function laterOfSamePair(constraints: readonly SpreadConstraint[]): ReadonlyMap<number, number> {
  const [found, latest] = [new Map<number, number>(), new Map<string, number>()];
  constraints.forEach(({ topologyKey = '', whenUnsatisfiable = '' }, i) => {
    const pair = JSON.stringify([topologyKey, whenUnsatisfiable]);
    const earlier = latest.get(pair);
    if (earlier !== undefined) found.set(earlier, i);
    latest.set(pair, i);
  });
  return found;
}

/**
 * One constraint for each pair of key and action. The server reports the earlier one of two, under a field of its own
 * making.
 */
function reportRepeated(
  { topologyKey = '', whenUnsatisfiable = '' }: SpreadConstraint,
  path: FieldPath,
  { index, later }: { readonly index: number; readonly later: number },
  { report }: Context,
): void {
  report.duplicate(
    path.index(index).child('{topologyKey, whenUnsatisfiable}'),
    says.twice({ key: topologyKey, action: whenUnsatisfiable }),
    { at: path.index(later), related: [{ field: path.index(index), message: says['other-constraint']() }] },
  );
}

function isOneOf(value: string, choices: readonly string[]): boolean {
  return choices.includes(value);
}
