import type { Decoded, policy } from '@podlint/model';

/** By which the server told an empty selector of policy/v1beta1, which matched nothing, from one that matches all. */
const betaLabel = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';

/**
 * Conditions on that label go, unless one is all that the selector says (StripPDBV1beta1Label in
 * Convert_v1_PodDisruptionBudget_To_policy_PodDisruptionBudget, pkg/apis/policy/v1/conversion.go).
 */
export function dropBetaLabel({ spec }: Decoded<policy.PodDisruptionBudget>): void {
  const selector = spec?.selector;
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  if (!selector || matchExpressions.length === 0) return;
  const [first] = matchExpressions;
  const isAlone = matchExpressions.length === 1 && Object.keys(matchLabels).length === 0;
  if (isAlone && first?.key === betaLabel && first.operator === 'Exists' && !first.values?.length) return;
  selector.matchExpressions = matchExpressions.filter(({ key }) => key !== betaLabel);
}
