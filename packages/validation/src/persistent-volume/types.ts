import type { Decoded, core } from '@podlint/model';
import type { Context } from '../context.js';

export type PersistentVolumeSpec = Decoded<core.PersistentVolumeSpec>;

/** What a check of a source gets besides the source. */
export interface SourceScope {
  readonly context: Context;
  /** Undefined where the volume has no name, as inside of a VolumeAttachment. */
  readonly volumeName: string | undefined;
}

/** The fields of a PersistentVolume that say where it is. */
export type PersistentSourceName = Exclude<
  keyof PersistentVolumeSpec,
  | 'accessModes'
  | 'capacity'
  | 'claimRef'
  | 'mountOptions'
  | 'nodeAffinity'
  | 'persistentVolumeReclaimPolicy'
  | 'storageClassName'
  | 'volumeAttributesClassName'
  | 'volumeMode'
>;
