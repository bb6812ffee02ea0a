import type { Decoded, discovery } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultEndpointSlice } from './defaults.js';
import { endpointSliceStrategy } from './validation.js';
import { warnAboutEndpointSlice } from './warnings.js';

export const endpointSlice: KindModule<Decoded<discovery.EndpointSlice>> = {
  kind: judgedKinds['discovery.v1.EndpointSlice'],
  strategy: endpointSliceStrategy,
  applyDefaults: defaultEndpointSlice,
  disabledFields: [{ gate: 'PreferSameTrafficDistribution', fields: ['endpoints[].hints.forNodes'] }],
  warn: warnAboutEndpointSlice,
};
