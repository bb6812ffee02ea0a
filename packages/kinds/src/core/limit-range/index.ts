import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultLimitRange } from './defaults.js';
import { limitRangeStrategy, madeUpName } from './validation.js';

export const limitRange: KindModule<Decoded<core.LimitRange>> = {
  kind: judgedKinds['core.v1.LimitRange'],
  strategy: limitRangeStrategy,
  applyDefaults: defaultLimitRange,
  convertToStored({ metadata }) {
    if (metadata?.name === madeUpName) metadata.name = '<uid>';
  },
};
