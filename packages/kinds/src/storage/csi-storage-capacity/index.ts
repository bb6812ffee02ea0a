import { type Decoded, FieldPath, type storage } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { warnAboutNodeSelector } from '@podlint/validation';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { csiStorageCapacityStrategy } from './validation.js';

export const csiStorageCapacity: KindModule<Decoded<storage.CSIStorageCapacity>> = {
  kind: judgedKinds['storage.v1.CSIStorageCapacity'],
  strategy: csiStorageCapacityStrategy,
  warn({ nodeTopology }, warn, minor) {
    warnAboutNodeSelector(nodeTopology, FieldPath.root.child('nodeTopology'), { minor, warn });
  },
  references: [{ refersTo: objectNamed('StorageClass'), fields: ['storageClassName'] }],
};
