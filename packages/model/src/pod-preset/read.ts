import { defaultEnv } from '../defaults/container.js';
import type { Defaulting } from '../defaults/defaulting.js';
import { defaultVolumes } from '../defaults/volume.js';
import type { PodPreset } from './types.js';

const lists = ['env', 'envFrom', 'volumes', 'volumeMounts'] as const;

/** The version whose admission plugin podlint follows. */
const defaulting: Defaulting = { minor: 13 };

/**
 * A PodPreset as it was written, but for nulls. No version that podlint knows serves them, so that no schema has looked
 * at it:
 * undefined for what their API would not have taken.
 */
export function readPodPreset(value: unknown): PodPreset | undefined {
  if (!isObject(value) || !isObject(value.metadata ?? {}) || !isObject(value.spec ?? {})) return undefined;
  const spec = (value.spec ?? {}) as Record<string, unknown>;
  if (lists.some((list) => !isListOfObjects(spec[list] ?? [])) || !isSelector(spec.selector ?? {})) return undefined;
  const preset = value as PodPreset;
  try {
    withPresetDefaults(preset);
    return preset;
  } catch {
    // Something inside is not of the type that defaulting relies on.
    return undefined;
  }
}

function isSelector(selector: unknown): boolean {
  if (!isObject(selector) || !isObject(selector.matchLabels ?? {})) return false;
  const expressions = selector.matchExpressions ?? [];
  return (
    isListOfObjects(expressions) && expressions.every(({ values }) => values === undefined || Array.isArray(values))
  );
}

function isListOfObjects(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.every(isObject);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A copy with what the API fills in when a preset is stored (SetObjectDefaults_PodPreset, pkg/apis/settings/v1alpha1).
 */
export function withPresetDefaults(preset: PodPreset): PodPreset {
  const copy = JSON.parse(JSON.stringify(preset)) as PodPreset;
  copy.spec?.env?.forEach((variable) => defaultEnv(variable, defaulting));
  defaultVolumes(copy.spec?.volumes, defaulting);
  return copy;
}
