export { Context } from './context.js';
export type { ErrorType, FieldError } from './errors.js';
export { firstDifference } from './first-difference.js';
export {
  byteLength,
  configMapKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelValueProblem,
  portNameProblems,
  portNumberProblem,
  qualifiedNameProblem,
} from './formats.js';
export { podPlaceOf } from './pod-place.js';
export type { KubernetesObject } from './kubernetes-object.js';

export { validateFinalizerNames } from './meta/finalizers.js';
export type { StringMap } from './meta/labels.js';
export { generateName, pathSegmentProblem, type NameProblem } from './meta/names.js';
export { validateObjectMeta, type ObjectMeta } from './meta/object-meta.js';
export { validateObjectMetaUpdate } from './meta/object-meta-update.js';

export { validateChoice } from './pod/choices.js';
export { validatePodCreate } from './pod/create.js';
export { environmentFieldPaths, volumeFieldPaths } from './pod/downward-api.js';
export { validatePodTemplateMetadata, validatePodTemplateSpec, type PodTemplateSpec } from './pod/template.js';
export { validatePodUpdate } from './pod/update.js';
export { FirstUses } from './pod/first-uses.js';
export { optionsForUpdate } from './pod/update-options.js';
export { validatePersistentVolumeClaimTemplate } from './pod/volumes/index.js';
export { appArmorAnnotationPrefix } from './pod/well-known-annotations.js';

export { isEmptySelector, isUsableSelector, validateLabelSelector } from './selectors/label-selector.js';

export { disabledPodFields, inEachContainer, type DisabledFields } from './strategy/disabled-fields.js';
export { dropDisabledFields } from './strategy/dropped-fields.js';
export type { DroppedField } from './strategy/removals.js';
export { placedInManifest } from './strategy/moved-items.js';

export { warnAboutClaimAmounts } from './warnings/amounts.js';
export { warnAboutAppArmor } from './warnings/annotations.js';
export { warnAboutHostName } from './warnings/host-name.js';
export { warnAboutPod } from './warnings/pod.js';
export type { PodScope, Warn, Warning } from './warnings/warning.js';

export { base64Bytes, utf8 } from './config/bytes.js';
export { forbidChangesWhenImmutable } from './config/immutable-data.js';
export { maxDataBytes } from './config/limits.js';

export { requireUnchanged } from './workloads/immutable.js';
export { amountOf, validateAtMostAll, validateIntOrPercent } from './workloads/int-or-percent.js';
export { validateNotNegative } from './workloads/numbers.js';
export {
  requireLabels,
  requireLongRunning,
  requireSelectedLabels,
  validateOwnSelector,
} from './workloads/selected-template.js';
export { plainList } from './lists.js';
export { related } from './related.js';
export { takeFields } from './take-fields.js';
