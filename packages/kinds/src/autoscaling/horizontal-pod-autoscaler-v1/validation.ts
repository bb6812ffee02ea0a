import { type Decoded, FieldPath, type autoscaling, type autoscalingV1 } from '@podlint/model';
import { Context } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { cpuMetric } from '../horizontal-pod-autoscaler/defaults.js';
import { horizontalPodAutoscalerStrategy as newest } from '../horizontal-pod-autoscaler/validation.js';

type HorizontalPodAutoscaler = Decoded<autoscalingV1.HorizontalPodAutoscaler>;
type Newest = Decoded<autoscaling.HorizontalPodAutoscaler>;

const specPath = FieldPath.root.child('spec');
const metricsPath = specPath.child('metrics');

/** The strategy of every version of the kind is about the server's own form, in which the target is a metric. */
export const horizontalPodAutoscalerV1Strategy: Strategy<HorizontalPodAutoscaler> = {
  nameProblem: newest.nameProblem,
  validateCreate(autoscaler, context) {
    validateInternal(context, (internal) => {
      newest.validateCreate(internalForm(autoscaler), internal);
    });
  },
  validateUpdate(autoscaler, old, context) {
    validateInternal(context, (internal) => {
      newest.validateUpdate(internalForm(autoscaler), internalForm(old), internal);
    });
  },
};

/** Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler, pkg/apis/autoscaling/v1/conversion.go. */
function internalForm({ spec = {} }: HorizontalPodAutoscaler): Newest {
  const { targetCPUUtilizationPercentage: target, ...same } = spec;
  return { spec: { ...same, metrics: target === undefined ? [] : [cpuMetric(target)] } };
}

/** Errors of the metric are placed at the field that it came from. */
function validateInternal({ minor, report }: Context, validate: (context: Context) => void): void {
  const internal = new Context(minor);
  validate(internal);
  for (const error of internal.report.errors) {
    const isOfMetric = error.field.startsWith(metricsPath);
    report.errors.push(isOfMetric ? { ...error, at: specPath.child('targetCPUUtilizationPercentage') } : error);
  }
}
