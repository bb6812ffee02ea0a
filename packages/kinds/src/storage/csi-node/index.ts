import type { Decoded, storage } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { csiNodeStrategy } from './validation.js';

export const csiNode: KindModule<Decoded<storage.CSINode>> = {
  kind: judgedKinds['storage.v1.CSINode'],
  strategy: csiNodeStrategy,
};
