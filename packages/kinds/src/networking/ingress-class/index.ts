import type { Decoded, networking } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultIngressClass } from './defaults.js';
import { ingressClassStrategy } from './validation.js';

export const ingressClass: KindModule<Decoded<networking.IngressClass>> = {
  kind: judgedKinds['networking.v1.IngressClass'],
  strategy: ingressClassStrategy,
  applyDefaults: defaultIngressClass,
};
