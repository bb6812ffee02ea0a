import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type Minor, type autoscaling } from '@podlint/model';
import { type Context, dnsSubdomainProblem } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { validateScalingRules } from './behavior.js';
import { validateMetrics } from './metrics.js';
import { type ApiVersionRule, hasWrongApiVersion, validateTarget } from './target.js';

const says = defineMessages('horizontal-pod-autoscaler', {
  'too-few-at-least':
    'minReplicas is {count}, and a target that is scaled to nothing is not started again. Use 1 or more.',
  'no-maximum': 'Without maxReplicas it is not said how far to scale. Set it to 1 or more.',
  'too-few-at-most': 'maxReplicas is {count}. Use 1 or more.',
  'below-minimum': 'maxReplicas is {max}, below minReplicas, which is {min}. Raise maxReplicas.',
});

type HorizontalPodAutoscaler = Decoded<autoscaling.HorizontalPodAutoscaler>;
type HorizontalPodAutoscalerSpec = Decoded<autoscaling.HorizontalPodAutoscalerSpec>;

/** HorizontalPodAutoscalerSpecValidationOptions, pkg/apis/autoscaling/validation. */
interface AutoscalerOptions {
  readonly fewestReplicas: 0 | 1;
  readonly scaleTarget: ApiVersionRule;
  readonly describedObjects: ApiVersionRule;
}

const specPath = FieldPath.root.child('spec');

/** Before, the apiVersion of a target was not looked at. */
const apiVersionCheckedSince: Minor = 34;
/** Since then a maximum that is not set is told from one that is too low. */
const maximumRequiredSince: Minor = 36;

/**
 * pkg/registry/autoscaling/horizontalpodautoscaler/strategy.go, and ValidateHorizontalPodAutoscaler in
 * pkg/apis/autoscaling/validation.
 */
export const horizontalPodAutoscalerStrategy: Strategy<HorizontalPodAutoscaler> = {
  nameProblem: dnsSubdomainProblem,
  validateCreate({ spec = {} }, context) {
    validateSpec(spec, optionsFor(spec, undefined, context), context);
  },
  validateUpdate({ spec = {} }, { spec: old = {} }, context) {
    validateSpec(spec, optionsFor(spec, old, context), context);
  },
};

/** validationOptionsForHorizontalPodAutoscaler. */
function optionsFor(
  { scaleTargetRef = {} }: HorizontalPodAutoscalerSpec,
  old: HorizontalPodAutoscalerSpec | undefined,
  context: Context,
): AutoscalerOptions {
  const fewestReplicas = context.enabled('HPAScaleToZero') || old?.minReplicas === 0 ? 0 : 1;
  if (context.minor < apiVersionCheckedSince)
    return { fewestReplicas, scaleTarget: 'anything', describedObjects: 'anything' };
  const oldTarget = old?.scaleTargetRef ?? {};
  const isOldTarget =
    old !== undefined &&
    (oldTarget.apiVersion ?? '') === (scaleTargetRef.apiVersion ?? '') &&
    (oldTarget.kind ?? '') === (scaleTargetRef.kind ?? '');
  const isCore = scaleTargetRef.kind === 'ReplicationController';
  const hasWrongObject = old?.metrics?.some(
    ({ type, object }) => type === 'Object' && object && hasWrongApiVersion(object.describedObject ?? {}, 'any group'),
  );
  return {
    fewestReplicas,
    scaleTarget: isOldTarget ? 'anything' : isCore ? 'any group' : 'named group',
    describedObjects: hasWrongObject ? 'anything' : 'any group',
  };
}

/** validateHorizontalPodAutoscalerSpec. */
function validateSpec(spec: HorizontalPodAutoscalerSpec, options: AutoscalerOptions, context: Context): void {
  validateReplicas(spec, options, context);
  validateTarget(spec.scaleTargetRef ?? {}, options.scaleTarget, specPath.child('scaleTargetRef'), context);
  validateMetrics(spec, options.describedObjects, specPath.child('metrics'), context);
  const behaviorPath = specPath.child('behavior');
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const rules = spec.behavior?.[direction];
    if (rules) validateScalingRules(rules, behaviorPath.child(direction), context);
  }
}

function validateReplicas(
  { minReplicas: min, maxReplicas: max = 0 }: HorizontalPodAutoscalerSpec,
  { fewestReplicas }: AutoscalerOptions,
  { minor, report }: Context,
): void {
  const maxPath = specPath.child('maxReplicas');
  if (min !== undefined && min < fewestReplicas)
    report.invalid(specPath.child('minReplicas'), says['too-few-at-least']({ count: min }));
  if (max === 0 && minor >= maximumRequiredSince) report.required(maxPath, says['no-maximum']());
  else if (max < 1) report.invalid(maxPath, says['too-few-at-most']({ count: max }));
  if (min !== undefined && max < min) report.invalid(maxPath, says['below-minimum']({ max, min }));
}
