import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { configMapStrategy } from './validation.js';

export const configMap: KindModule<Decoded<core.ConfigMap>> = {
  kind: judgedKinds['core.v1.ConfigMap'],
  strategy: configMapStrategy,
};
