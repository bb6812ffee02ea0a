import type { Decoded, core, meta } from '../types.js';

/** settings.k8s.io/v1alpha1 PodPreset, which the API served up to 1.19. */
export interface PodPreset {
  readonly metadata?: Decoded<meta.ObjectMeta>;
  readonly spec?: PodPresetSpec;
}

interface PodPresetSpec {
  /** An absent selector selects every Pod of the namespace. */
  readonly selector?: Decoded<meta.LabelSelector>;
  readonly env?: readonly Decoded<core.EnvVar>[];
  readonly envFrom?: readonly Decoded<core.EnvFromSource>[];
  readonly volumes?: readonly Decoded<core.Volume>[];
  readonly volumeMounts?: readonly Decoded<core.VolumeMount>[];
}

/** Something that a preset adds and that differs from what is there under the same name. */
export interface PresetConflict {
  /** Absent for volumes, which belong to the whole Pod. */
  readonly container?: string;
  readonly what: 'env' | 'volume' | 'volumeMount' | 'mountPath';
  /** The preset that is not alone in naming the thing. */
  readonly preset: string;
  /** The name of the variable or volume, or the path that is mounted. */
  readonly on: string;
}

export interface MergedPresets {
  /** Names of the presets that select the Pod, in the order given. */
  readonly matched: readonly string[];
  /** False where none matches, and where any conflict is: presets are applied all or none. */
  readonly applied: boolean;
  readonly conflicts: readonly PresetConflict[];
  /** The Pod with all matching presets, or the Pod as it was. */
  readonly pod: Decoded<core.Pod>;
}
