import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { eventStrategy } from './validation.js';

export const event: KindModule<Decoded<core.Event>> = {
  kind: judgedKinds['core.v1.Event'],
  strategy: eventStrategy,
};
