export type { Defaulting, FilledDefault } from './defaulting.js';
export { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
export { fillLabels } from './labels.js';
export { defaultResourceList } from './resource-list.js';
export { defaultPodResources } from './pod-resources.js';
export { defaultPodSpec, defaultPodTemplate } from './pod-spec.js';
export { recordDefaults, type DefaultsRecorder } from './record.js';
export { defaultClaimTemplate, defaultDiskSources } from './volume.js';
