import type { Decoded, networking } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { serviceCIDRStrategy } from './validation.js';

export const serviceCidr: KindModule<Decoded<networking.ServiceCIDR>> = {
  kind: judgedKinds['networking.v1.ServiceCIDR'],
  strategy: serviceCIDRStrategy,
};
