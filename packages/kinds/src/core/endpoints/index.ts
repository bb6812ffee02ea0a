import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultEndpoints } from './defaults.js';
import { endpointsStrategy } from './validation.js';
import { warnAboutEndpoints } from './warnings.js';

export const endpoints: KindModule<Decoded<core.Endpoints>> = {
  kind: judgedKinds['core.v1.Endpoints'],
  strategy: endpointsStrategy,
  applyDefaults: defaultEndpoints,
  warn: warnAboutEndpoints,
};
