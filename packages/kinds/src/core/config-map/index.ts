import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { configMapStrategy } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';

export const configMap: KindModule<Decoded<core.ConfigMap>> = {
  kind: judgedKinds['core.v1.ConfigMap'],
  strategy: configMapStrategy,
};
