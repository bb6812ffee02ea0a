import type { Decoded, apiregistration } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultAPIService } from './defaults.js';
import { apiServiceStrategy } from './validation.js';

export const apiService: KindModule<Decoded<apiregistration.APIService>> = {
  kind: judgedKinds['apiregistration.v1.APIService'],
  strategy: apiServiceStrategy,
  applyDefaults: defaultAPIService,
  references: [{ refersTo: objectNamed('Service'), fields: ['spec.service.name'] }],
};
