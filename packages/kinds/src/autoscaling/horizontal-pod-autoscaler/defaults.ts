import type { Decoded, autoscaling } from '@podlint/model';
import { type DefaultTable, type Defaulting, fill, fillAbsent } from '@podlint/model/defaults';
import { oneReplica } from '../../default-reasons.js';

type ScalingRules = Decoded<autoscaling.HPAScalingRules>;
type ScalingPolicy = Decoded<autoscaling.HPAScalingPolicy>;

export const replicasDefaults: DefaultTable<{ minReplicas?: number }> = [['minReplicas', 1, oneReplica]];

const scaleUpDefaults: DefaultTable<ScalingRules> = [
  ['stabilizationWindowSeconds', 0, 'more pods are started at once'],
  ['selectPolicy', 'Max', 'the policy that changes most is the one that counts'],
];
const scaleDownDefaults: DefaultTable<ScalingRules> = [
  ['selectPolicy', 'Max', 'the policy that changes most is the one that counts'],
];
const scaleUpPolicies: readonly ScalingPolicy[] = [
  { type: 'Pods', value: 4, periodSeconds: 15 },
  { type: 'Percent', value: 100, periodSeconds: 15 },
];
const scaleDownPolicies: readonly ScalingPolicy[] = [{ type: 'Percent', value: 100, periodSeconds: 15 }];

/** What an autoscaler goes by that says nothing. */
export function cpuMetric(averageUtilization: number): Decoded<autoscaling.MetricSpec> {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } };
}

export const defaultCpuUtilization = 80;

/** SetDefaults_HorizontalPodAutoscaler, pkg/apis/autoscaling/v2/defaults.go. */
export function defaultHorizontalPodAutoscaler(
  object: Decoded<autoscaling.HorizontalPodAutoscaler>,
  defaulting: Defaulting,
): void {
  const spec = (object.spec ??= {});
  fillAbsent(spec, replicasDefaults, defaulting);
  if (!spec.metrics?.length)
    fill(spec, 'metrics', [cpuMetric(defaultCpuUtilization)], 'without metrics it goes by the use of cpu', defaulting);
  const { behavior } = spec;
  if (!behavior) return;
  defaultRules((behavior.scaleUp ??= {}), scaleUpDefaults, scaleUpPolicies, defaulting);
  defaultRules((behavior.scaleDown ??= {}), scaleDownDefaults, scaleDownPolicies, defaulting);
}

function defaultRules(
  rules: ScalingRules,
  table: DefaultTable<ScalingRules>,
  policies: readonly ScalingPolicy[],
  defaulting: Defaulting,
): void {
  fillAbsent(rules, table, defaulting);
  if (!rules.policies)
    fill(
      rules,
      'policies',
      policies.map((policy) => ({ ...policy })),
      'how fast it may go',
      defaulting,
    );
}
