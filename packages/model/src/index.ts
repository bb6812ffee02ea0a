export { FieldPath } from '@podlint/field-path';
export {
  defaultVersion,
  nearestVersion,
  parseVersion,
  versions,
  type Coverage,
  type KubernetesVersion,
  type Minor,
} from './versions.js';
export { toolVersion } from './tool-version.js';
export { project } from './project.js';
export { isEnabled, onByDefaultSince, stageOf, type FeatureGate, type GateStage } from './feature-gates.js';
export { findKind, findKindByName, isClusterScoped, kinds, ownGroups, type Kind, type Structured } from './kinds.js';
export { parseQuantity, type Quantity } from './quantity.js';
export { aggregateContainerLimits, aggregateContainerRequests } from './resources/aggregate.js';
export {
  isHugePages,
  isOvercommitAllowed,
  isPodLevelResource,
  quantitiesOf,
  quantityIn,
  type ResourceList,
} from './resources/resource-list.js';
export { qosClass, type QosClass } from './qos.js';
export { encodeObject } from './effective/encode.js';
export { podTemplateOf, type PodTemplate } from './effective/pod-template.js';
export type * from './types.js';
export { isTimeZone } from './time-zones.js';
export { defaultPullPolicy, parseImageReference, type ImageReference, type PullableImage } from './image-reference.js';
export { labelsMatch } from './label-selector.js';
export { isMapField, itemField, semanticEqual } from './semantic-equal.js';
export {
  excludeAnnotation,
  isExcludedFromPresets,
  mergePodPresets,
  presetSelects,
  readPodPreset,
  type MergedPresets,
  type PodPreset,
  type PresetConflict,
} from './pod-preset/index.js';
export { isSafeSysctl, sysctlNamespace } from './sysctls.js';
export { decodeBase64 } from './base64.js';
