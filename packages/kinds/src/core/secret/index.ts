import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { secretStrategy } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';

export const secret: KindModule<Decoded<core.Secret>> = {
  kind: judgedKinds['core.v1.Secret'],
  strategy: secretStrategy,
};
