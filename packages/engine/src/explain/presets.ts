import { readPodPreset, type PodPreset } from '@podlint/model';
import { withoutNulls } from '../documents/json.js';
import type { SourceObject } from '../documents/objects.js';

/** The PodPreset that an object is, if it is one. */
export function presetsOf(object: SourceObject): PodPreset[] {
  const { apiVersion, kind } = object.description;
  if (apiVersion !== 'settings.k8s.io/v1alpha1' || kind !== 'PodPreset') return [];
  const preset = readPodPreset(withoutNulls(object.json()));
  return preset ? [preset] : [];
}
