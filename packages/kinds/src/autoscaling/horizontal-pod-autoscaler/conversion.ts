import type { Decoded, autoscaling } from '@podlint/model';

type Json = Readonly<Record<string, unknown>>;

/**
 * Convert_autoscaling_HorizontalPodAutoscaler_To_v1_HorizontalPodAutoscaler: the use of cpu becomes the target. What
 * version 1 has no field for the server writes into annotations; that is left out here.
 */
export function toVersion1(object: Json): Record<string, unknown> {
  const {
    metrics = [],
    behavior: _,
    ...same
  } = (object['spec'] ?? {}) as Decoded<autoscaling.HorizontalPodAutoscalerSpec>;
  const target = metrics.map(cpuUtilization).find((utilization) => utilization !== undefined);
  const spec = { ...same, ...(target !== undefined && { targetCPUUtilizationPercentage: target }) };
  return { ...object, spec };
}

function cpuUtilization({ type, resource }: Decoded<autoscaling.MetricSpec>): number | undefined {
  return type === 'Resource' && resource?.name === 'cpu' ? resource.target?.averageUtilization : undefined;
}
