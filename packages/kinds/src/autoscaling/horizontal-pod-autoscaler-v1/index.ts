import type { Decoded, autoscalingV1 } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectOfKindBeside } from '../../reference.js';
import { dropOldAnnotations } from '../horizontal-pod-autoscaler/annotations.js';
import { toNewest } from './conversion.js';
import { defaultHorizontalPodAutoscalerV1 } from './defaults.js';
import { horizontalPodAutoscalerV1Strategy } from './validation.js';

export const horizontalPodAutoscalerV1: KindModule<Decoded<autoscalingV1.HorizontalPodAutoscaler>> = {
  kind: judgedKinds['autoscaling.v1.HorizontalPodAutoscaler'],
  strategy: horizontalPodAutoscalerV1Strategy,
  applyDefaults: defaultHorizontalPodAutoscalerV1,
  convertToInternal: dropOldAnnotations,
  equivalents: [{ kind: judgedKinds['autoscaling.v2.HorizontalPodAutoscaler'], convert: toNewest }],
  references: [{ refersTo: objectOfKindBeside, fields: ['spec.scaleTargetRef.name'] }],
};
