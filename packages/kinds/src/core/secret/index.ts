import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { secretStrategy } from './validation.js';

export const secret: KindModule<Decoded<core.Secret>> = {
  kind: judgedKinds['core.v1.Secret'],
  strategy: secretStrategy,
};
