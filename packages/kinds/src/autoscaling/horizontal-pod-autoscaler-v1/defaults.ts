import type { Decoded, autoscalingV1 } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';
import { defaultCpuUtilization, replicasDefaults } from '../horizontal-pod-autoscaler/defaults.js';

const utilizationDefaults: DefaultTable<Decoded<autoscalingV1.HorizontalPodAutoscalerSpec>> = [
  ['targetCPUUtilizationPercentage', defaultCpuUtilization, 'without a target it goes by the use of cpu'],
];

/**
 * SetDefaults_HorizontalPodAutoscaler, pkg/apis/autoscaling/v1/defaults.go, and the metric that conversion.go fills in
 * and writes back.
 */
export function defaultHorizontalPodAutoscalerV1(
  object: Decoded<autoscalingV1.HorizontalPodAutoscaler>,
  defaulting: Defaulting,
): void {
  const spec = (object.spec ??= {});
  fillAbsent(spec, replicasDefaults, defaulting);
  fillAbsent(spec, utilizationDefaults, defaulting);
}
