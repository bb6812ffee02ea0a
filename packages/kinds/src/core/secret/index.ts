import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { secretStrategy } from './validation.js';
import { warnAboutTlsPair } from './warnings.js';

export const secret: KindModule<Decoded<core.Secret>> = {
  kind: judgedKinds['core.v1.Secret'],
  strategy: secretStrategy,
  warn: warnAboutTlsPair,
};
