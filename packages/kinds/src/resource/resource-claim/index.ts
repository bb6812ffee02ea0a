import type { Decoded, resource } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { disabledClaimFields } from '../claim-spec.js';
import { defaultClaimSpec } from '../defaults.js';
import { claimReferences } from '../references.js';
import { resourceClaimStrategy } from './validation.js';

export const resourceClaim: KindModule<Decoded<resource.ResourceClaim>> = {
  kind: judgedKinds['resource.v1.ResourceClaim'],
  strategy: resourceClaimStrategy,
  applyDefaults({ spec }, defaulting) {
    defaultClaimSpec(spec, defaulting);
  },
  disabledFields: disabledClaimFields('spec'),
  references: claimReferences('spec'),
};
