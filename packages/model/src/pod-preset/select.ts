import { labelsMatch } from '../label-selector.js';
import type { Decoded, core } from '../types.js';
import type { PodPreset } from './types.js';

type Pod = Decoded<core.Pod>;

/** On a Pod that wants no presets; only this very value counts. */
export const excludeAnnotation = 'podpreset.admission.kubernetes.io/exclude';
const excluded = 'true';
/** Marks what a kubelet shows of a static Pod; it runs already. */
const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** Whether the admission plugin leaves the Pod alone, whatever selects it. */
export function isExcludedFromPresets({ metadata }: Pod): boolean {
  const annotations = metadata?.annotations ?? {};
  return annotations[excludeAnnotation] === excluded || annotations[mirrorAnnotation] !== undefined;
}

/** Whether the preset is meant for the Pod, by namespace and labels. */
export function presetSelects(preset: PodPreset, pod: Pod): boolean {
  return namespaceOf(preset) === namespaceOf(pod) && labelsMatch(preset.spec?.selector ?? {}, pod.metadata?.labels);
}

function namespaceOf({ metadata }: Pod | PodPreset): string {
  return metadata?.namespace || 'default';
}
