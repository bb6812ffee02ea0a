import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';

export type Volume = Decoded<core.Volume>;

/** The sound volumes of a pod by name, as mounts and devices look them up. */
export type PodVolumes = ReadonlyMap<string, Volume>;

/** The fields of a volume that say where its content comes from: `emptyDir`, `secret`, ... */
export type SourceName = Exclude<keyof Volume, 'name'>;

/** The volume that a check looks at, and the pod around it. */
export interface VolumeScope {
  readonly context: Context;
  readonly volume: Volume;
  /** `spec.volumes[0]` */
  readonly path: FieldPath;
  /** Undefined where the pod has no name yet, as in a pod template. */
  readonly podName: string | undefined;
  /** Whether the spec stands in a Pod or in some workload's pod template. */
  readonly owner: 'Pod' | 'PodTemplate';
}

/**
 * Checks one kind of volume source; `path` is where the server reports it, `spec.volumes[0].secret`. Most need nothing of
 * what is around the source, and serve a PersistentVolume as well.
 */
export type SourceCheck<Name extends SourceName, Scope = Pick<VolumeScope, 'context'>> = (
  source: NonNullable<Volume[Name]>,
  path: FieldPath,
  scope: Scope,
) => void;
