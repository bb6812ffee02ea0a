import type { Decoded, autoscaling } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectOfKindBeside } from '../../reference.js';
import { dropOldAnnotations } from './annotations.js';
import { toVersion1 } from './conversion.js';
import { defaultHorizontalPodAutoscaler } from './defaults.js';
import { horizontalPodAutoscalerStrategy } from './validation.js';

export const horizontalPodAutoscaler: KindModule<Decoded<autoscaling.HorizontalPodAutoscaler>> = {
  kind: judgedKinds['autoscaling.v2.HorizontalPodAutoscaler'],
  strategy: horizontalPodAutoscalerStrategy,
  applyDefaults: defaultHorizontalPodAutoscaler,
  disabledFields: [
    {
      gate: 'HPAConfigurableTolerance',
      fields: ['spec.behavior.scaleUp.tolerance', 'spec.behavior.scaleDown.tolerance'],
    },
  ],
  convertToInternal: dropOldAnnotations,
  equivalents: [{ kind: judgedKinds['autoscaling.v1.HorizontalPodAutoscaler'], convert: toVersion1 }],
  references: [
    { refersTo: { to: 'container' }, fields: ['spec.metrics[].containerResource.container'] },
    {
      refersTo: objectOfKindBeside,
      fields: ['spec.scaleTargetRef.name', 'spec.metrics[].object.describedObject.name'],
    },
  ],
};
