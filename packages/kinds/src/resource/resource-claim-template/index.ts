import type { Decoded, resource } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { disabledClaimFields } from '../claim-spec.js';
import { defaultClaimSpec } from '../defaults.js';
import { claimReferences } from '../references.js';
import { resourceClaimTemplateStrategy } from './validation.js';

export const resourceClaimTemplate: KindModule<Decoded<resource.ResourceClaimTemplate>> = {
  kind: judgedKinds['resource.v1.ResourceClaimTemplate'],
  strategy: resourceClaimTemplateStrategy,
  applyDefaults({ spec }, defaulting) {
    defaultClaimSpec(spec?.spec, defaulting);
  },
  disabledFields: disabledClaimFields('spec.spec'),
  references: claimReferences('spec.spec'),
};
