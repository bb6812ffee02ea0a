import type { Decoded, core } from '@podlint/model';
import { defaultPodTemplate } from '@podlint/model/defaults';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { podTemplateStrategy } from './validation.js';

export const podTemplate: KindModule<Decoded<core.PodTemplate>> = {
  kind: judgedKinds['core.v1.PodTemplate'],
  strategy: podTemplateStrategy,
  applyDefaults: defaultPodTemplate,
};
