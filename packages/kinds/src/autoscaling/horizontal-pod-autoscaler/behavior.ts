import { defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type autoscaling, parseQuantity } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('scaling-rules', {
  'window-out-of-range': 'A window of {seconds} s is not possible. Use 0 to {limit}.',
  'no-policies': 'There is no policy of how fast to scale. List one, or leave policies out.',
  'negative-tolerance': 'A tolerance of {tolerance} is below zero. Use 0 or more.',
  'no-change': 'The policy allows a change of {value}. Use 1 or more; to stop scaling set selectPolicy: Disabled.',
  'period-out-of-range': 'A period of {seconds} s is not possible. Use 1 to {limit}.',
});

type ScalingPolicy = Decoded<autoscaling.HPAScalingPolicy>;

/** MaxStabilizationWindowSeconds and MaxPeriodSeconds, pkg/apis/autoscaling/validation. */
const maxWindowSeconds = 3600;
const maxPeriodSeconds = 1800;
const selectPolicies = ['Max', 'Min', 'Disabled'];
const policyTypes = ['Pods', 'Percent'];

/** validateScalingRules. */
export function validateScalingRules(
  rules: Decoded<autoscaling.HPAScalingRules>,
  path: FieldPath,
  context: Context,
): void {
  const { stabilizationWindowSeconds: seconds = 0, selectPolicy, policies = [], tolerance } = rules;
  const { report } = context;
  if (seconds < 0 || seconds > maxWindowSeconds)
    report.invalid(
      path.child('stabilizationWindowSeconds'),
      says['window-out-of-range']({ seconds, limit: maxWindowSeconds }),
    );
  if (selectPolicy !== undefined && !selectPolicies.includes(selectPolicy))
    report.notSupported(path.child('selectPolicy'), selectPolicy, selectPolicies);
  const policiesPath = path.child('policies');
  if (policies.length === 0) report.required(policiesPath, says['no-policies']());
  policies.forEach((policy, i) => validatePolicy(policy, policiesPath.index(i), context));
  if (tolerance !== undefined && parseQuantity(tolerance)?.sign === -1)
    report.invalid(path.child('tolerance'), says['negative-tolerance']({ tolerance }));
}

/** validateScalingPolicy. */
function validatePolicy(
  { type = '', value = 0, periodSeconds = 0 }: ScalingPolicy,
  path: FieldPath,
  { report }: Context,
): void {
  if (!policyTypes.includes(type)) report.notSupported(path.child('type'), type, policyTypes);
  if (value <= 0) report.invalid(path.child('value'), says['no-change']({ value }));
  if (periodSeconds <= 0 || periodSeconds > maxPeriodSeconds)
    report.invalid(
      path.child('periodSeconds'),
      says['period-out-of-range']({ seconds: periodSeconds, limit: maxPeriodSeconds }),
    );
}
