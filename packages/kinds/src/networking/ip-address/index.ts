import type { Decoded, networking } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { ipAddressStrategy } from './validation.js';

export const ipAddress: KindModule<Decoded<networking.IPAddress>> = {
  kind: judgedKinds['networking.v1.IPAddress'],
  strategy: ipAddressStrategy,
};
