import type { Decoded, core } from '@podlint/model';
import {
  type DefaultTable,
  type Defaulting,
  defaultDiskSources,
  defaultResourceList,
  fillAbsent,
  fillUnset,
} from '@podlint/model/defaults';

type PersistentVolumeSpec = Decoded<core.PersistentVolumeSpec>;

const policyDefaults: DefaultTable<PersistentVolumeSpec> = [
  ['persistentVolumeReclaimPolicy', 'Retain', 'the data outlives the claim'],
];
const modeDefaults: DefaultTable<PersistentVolumeSpec> = [
  ['volumeMode', 'Filesystem', 'a volume holds a file system, and is not a block device'],
];

/** SetDefaults_PersistentVolume and SetObjectDefaults_PersistentVolume, pkg/apis/core/v1. */
export function defaultPersistentVolume(volume: Decoded<core.PersistentVolume>, defaulting: Defaulting): void {
  const spec = (volume.spec ??= {});
  fillUnset(spec, policyDefaults, defaulting);
  fillAbsent(spec, modeDefaults, defaulting);
  defaultResourceList(spec.capacity, defaulting);
  defaultDiskSources(spec, defaulting);
}
