import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { withSecretRef } from '../../pod-references.js';
import { objectNamed } from '../../reference.js';
import { defaultPersistentVolume } from './defaults.js';
import { persistentVolumeStrategy } from './validation.js';
import { warnAboutPersistentVolume } from './warnings.js';

const secretsOfCsi = [
  'controllerPublishSecretRef',
  'nodeStageSecretRef',
  'nodePublishSecretRef',
  'controllerExpandSecretRef',
  'nodeExpandSecretRef',
];

export const persistentVolume: KindModule<Decoded<core.PersistentVolume>> = {
  kind: judgedKinds['core.v1.PersistentVolume'],
  strategy: persistentVolumeStrategy,
  applyDefaults: defaultPersistentVolume,
  newStatus: () => ({ phase: 'Pending' }),
  warn: warnAboutPersistentVolume,
  references: [
    { refersTo: objectNamed('StorageClass'), fields: ['spec.storageClassName'] },
    { refersTo: objectNamed('VolumeAttributesClass'), fields: ['spec.volumeAttributesClassName'] },
    {
      refersTo: objectNamed('Secret'),
      fields: [
        ...withSecretRef.map((driver) => `spec.${driver}.secretRef.name`),
        ...secretsOfCsi.map((name) => `spec.csi.${name}.name`),
      ],
    },
  ],
};
