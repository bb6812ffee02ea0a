import { semanticEqual } from '../semantic-equal.js';
import type { Decoded, core } from '../types.js';
import type { PodPreset, PresetConflict } from './types.js';

/** What presets add to a list, and what makes two entries of it the same thing. */
interface Addition<Item> {
  readonly what: PresetConflict['what'];
  readonly of: (preset: PodPreset) => readonly Item[] | undefined;
  readonly key: (item: Item) => string | undefined;
}

/** mergeEnv, mergeVolumes and mergeVolumeMounts, plugin/pkg/admission/podpreset/admission.go. */
export const env: Addition<Decoded<core.EnvVar>> = {
  what: 'env',
  of: ({ spec }) => spec?.env,
  key: ({ name }) => name,
};
export const volumes: Addition<Decoded<core.Volume>> = {
  what: 'volume',
  of: ({ spec }) => spec?.volumes,
  key: ({ name }) => name,
};
export const volumeMounts: Addition<Decoded<core.VolumeMount>> = {
  what: 'volumeMount',
  of: ({ spec }) => spec?.volumeMounts,
  key: ({ name }) => name,
};
/** Mounts are added by their volume's name, but must not meet on a path either. */
export const mountPaths: Addition<Decoded<core.VolumeMount>> = {
  what: 'mountPath',
  of: ({ spec }) => spec?.volumeMounts,
  key: ({ mountPath }) => mountPath,
};

export interface Merged<Item> {
  readonly items: readonly Item[];
  readonly conflicts: readonly PresetConflict[];
}

/**
 * Adds what is not there yet; what is there already has to be equal. Of several entries with one key in the Pod, the
 * last is compared.
 */
export function merge<Item>(
  own: readonly Item[] = [],
  presets: readonly PodPreset[],
  { what, of, key }: Addition<Item>,
): Merged<Item> {
  const known = new Map(own.map((item) => [key(item) ?? '', item]));
  const items = [...own];
  const conflicts: PresetConflict[] = [];
  for (const preset of presets) {
    for (const item of of(preset) ?? []) {
      const on = key(item) ?? '';
      const found = known.get(on);
      if (found === undefined) {
        known.set(on, item);
        items.push(item);
      } else if (!semanticEqual(found, item)) {
        conflicts.push({ what, preset: nameOf(preset), on });
      }
    }
  }
  return { items, conflicts };
}

export function nameOf(preset: PodPreset): string {
  return preset.metadata?.name ?? '';
}
