import type { Decoded, storage } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { defaultStorageClass } from './defaults.js';
import { storageClassStrategy } from './validation.js';
import { warnAboutStorageClass } from './warnings.js';

export const storageClass: KindModule<Decoded<storage.StorageClass>> = {
  kind: judgedKinds['storage.v1.StorageClass'],
  strategy: storageClassStrategy,
  applyDefaults: defaultStorageClass,
  warn: warnAboutStorageClass,
};
