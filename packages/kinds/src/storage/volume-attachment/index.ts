import type { Decoded, storage } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultVolumeAttachment } from './defaults.js';
import { volumeAttachmentStrategy } from './validation.js';

export const volumeAttachment: KindModule<Decoded<storage.VolumeAttachment>> = {
  kind: judgedKinds['storage.v1.VolumeAttachment'],
  strategy: volumeAttachmentStrategy,
  applyDefaults: defaultVolumeAttachment,
  references: [{ refersTo: objectNamed('PersistentVolume'), fields: ['spec.source.persistentVolumeName'] }],
};
