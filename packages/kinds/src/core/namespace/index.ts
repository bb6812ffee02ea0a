import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultNamespace } from './name-label.js';
import { namespaceStrategy } from './validation.js';

export const namespace: KindModule<Decoded<core.Namespace>> = {
  kind: judgedKinds['core.v1.Namespace'],
  strategy: namespaceStrategy,
  applyDefaults: defaultNamespace,
  newStatus: () => ({ phase: 'Active' }),
};
