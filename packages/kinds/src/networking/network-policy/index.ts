import type { Decoded, networking } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultNetworkPolicy } from './defaults.js';
import { networkPolicyStrategy } from './validation.js';
import { warnAboutNetworkPolicy } from './warnings.js';

export const networkPolicy: KindModule<Decoded<networking.NetworkPolicy>> = {
  kind: judgedKinds['networking.v1.NetworkPolicy'],
  strategy: networkPolicyStrategy,
  applyDefaults: defaultNetworkPolicy,
  warn: warnAboutNetworkPolicy,
};
