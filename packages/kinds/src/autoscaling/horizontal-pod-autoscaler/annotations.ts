import type { KubernetesObject } from '@podlint/validation';

/**
 * Annotations that held what autoscaling/v1 has no field for (pkg/apis/autoscaling/annotations.go). The server takes
 * them away, whatever the version.
 */
const metricsAnnotation = 'autoscaling.alpha.kubernetes.io/metrics';
const behaviorAnnotation = 'autoscaling.alpha.kubernetes.io/behavior';
const oldAnnotations = [
  metricsAnnotation,
  behaviorAnnotation,
  'autoscaling.alpha.kubernetes.io/scale-down-tolerance',
  'autoscaling.alpha.kubernetes.io/scale-up-tolerance',
  'autoscaling.alpha.kubernetes.io/current-metrics',
  'autoscaling.alpha.kubernetes.io/conditions',
];

/** DropRoundTripHorizontalPodAutoscalerAnnotations, pkg/apis/autoscaling/helpers.go. */
export function dropOldAnnotations({ metadata }: KubernetesObject): void {
  for (const annotation of oldAnnotations)
    if (metadata?.annotations) Reflect.deleteProperty(metadata.annotations, annotation);
}
