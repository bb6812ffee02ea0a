import type { Decoded, storage } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { volumeAttributesClassStrategy } from './validation.js';

export const volumeAttributesClass: KindModule<Decoded<storage.VolumeAttributesClass>> = {
  kind: judgedKinds['storage.v1.VolumeAttributesClass'],
  strategy: volumeAttributesClassStrategy,
};
