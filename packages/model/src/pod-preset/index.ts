export { mergePodPresets } from './merge.js';
export { readPodPreset } from './read.js';
export { excludeAnnotation, isExcludedFromPresets, presetSelects } from './select.js';
export type { MergedPresets, PodPreset, PresetConflict } from './types.js';
