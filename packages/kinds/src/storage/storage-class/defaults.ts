import type { Decoded, storage } from '@podlint/model';
import { type DefaultTable, type Defaulting, fillAbsent } from '@podlint/model/defaults';

const storageClassDefaults: DefaultTable<Decoded<storage.StorageClass>> = [
  ['reclaimPolicy', 'Delete', 'a volume goes with its claim'],
  ['volumeBindingMode', 'Immediate', 'a volume is made as soon as it is claimed'],
];

/** SetDefaults_StorageClass. */
export function defaultStorageClass(object: Decoded<storage.StorageClass>, defaulting: Defaulting): void {
  fillAbsent(object, storageClassDefaults, defaulting);
}
