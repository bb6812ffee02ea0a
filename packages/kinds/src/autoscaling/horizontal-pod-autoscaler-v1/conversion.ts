import { cpuMetric } from '../horizontal-pod-autoscaler/defaults.js';

type Json = Readonly<Record<string, unknown>>;

/** Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler: the target becomes a metric. */
export function toNewest(object: Json): Record<string, unknown> {
  const { targetCPUUtilizationPercentage: target, ...same } = (object['spec'] ?? {}) as Json;
  const metrics = typeof target === 'number' ? [cpuMetric(target)] : [];
  return { ...object, spec: { ...same, metrics } };
}
