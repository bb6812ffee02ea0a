import type { Decoded, coordination } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { leaseStrategy } from './validation.js';

export const lease: KindModule<Decoded<coordination.Lease>> = {
  kind: judgedKinds['coordination.v1.Lease'],
  strategy: leaseStrategy,
  disabledFields: [{ gate: 'CoordinatedLeaderElection', fields: ['spec.strategy', 'spec.preferredHolder'] }],
};
