import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultService } from './defaults.js';
import { hideAllocated } from './made-up.js';
import { serviceStrategy } from './strategy.js';
import { warnAboutService } from './warnings.js';

export const service: KindModule<Decoded<core.Service>> = {
  kind: judgedKinds['core.v1.Service'],
  strategy: serviceStrategy,
  applyDefaults: defaultService,
  convertToStored: hideAllocated,
  warn: warnAboutService,
  references: [{ refersTo: { to: 'selected port' }, fields: ['spec.ports[].targetPort'] }],
};
