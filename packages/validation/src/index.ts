export { Context } from './context.js';
export type { ErrorDetails, ErrorType, FieldError, TextSpan } from './errors.js';
export { checkName, requireField, requireName } from './named-fields.js';
export { findsErrors } from './trial.js';
export { firstDifference } from './first-difference.js';
export {
  byteLength,
  domainPrefixedPathProblem,
  fullDomainNameProblem,
  portNumberProblem,
  wildcardSubdomainProblem,
  configMapKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelValueProblem,
  portNameProblems,
  qualifiedNameProblem,
} from './formats.js';
export { podPlaceOf } from './pod-place.js';
export type { KubernetesObject } from './kubernetes-object.js';

export { finalizerMessage } from './meta/finalizers.js';
export { validateLabels, type StringMap } from './meta/labels.js';
export { generateName, pathSegmentNameProblem, pathSegmentProblem, type NameProblem } from './meta/names.js';
export { validateObjectMeta, type ObjectMeta } from './meta/object-meta.js';
export { storeProblem } from './meta/resource-version.js';
export { validateObjectMetaUpdate } from './meta/object-meta-update.js';

export { validateChoice } from './pod/choices.js';
export {
  anyResourceNames,
  containerResourceNames,
  containerResourceProblem,
  isExtendedResource,
  isNativeResource,
  quotaResourceNames,
  type ResourceNameRule,
} from './pod/containers/resource-names.js';
export { validateAmount } from './pod/containers/resources.js';
export { validatePodCreate } from './pod/create.js';
export { environmentFieldPaths, volumeFieldPaths } from './pod/downward-api.js';
export { validatePodTemplateMetadata, validatePodTemplateSpec, type PodTemplateSpec } from './pod/template.js';
export { validateOverhead } from './pod/spec.js';
export { validateTolerations } from './pod/scheduling/tolerations.js';
export { validatePodUpdate } from './pod/update.js';
export { FirstUses } from './pod/first-uses.js';
export { canonicalCidrProblem, canonicalIpProblem } from './pod/network/canonical-forms.js';
export { cidrFieldMessage, isDualStack, parseCidr } from './pod/network/cidr.js';
export { ipProblem, isIpv4InIpv6, parseIp, type IpAddress } from './pod/network/ip-address.js';
export { ipFieldMessage } from './pod/network/ip-field.js';
export { isSmallerRange } from './pod/network/smaller-range.js';
export { specialIpMessage } from './pod/network/special-ip.js';
export { optionsForUpdate } from './pod/update-options.js';
export { validateCsiDriverName } from './pod/volumes/driver-sources.js';
export { reportedUnder } from './pod/volumes/misreported.js';
export { validateSignerName } from './pod/volumes/signer-name.js';
export { validateCreatedMetadata } from './pod/volumes/claims.js';
export { validatePersistentVolumeClaimTemplate } from './pod/volumes/index.js';
export { validateNodeSelector } from './pod/scheduling/node-affinity.js';
export { validateClaimSpec, type ClaimOptions } from './pod/volumes/claim-spec.js';
export { appArmorAnnotationPrefix } from './pod/well-known-annotations.js';

export {
  isEmptySelector,
  isUsableSelector,
  validateLabelSelector,
  type LabelSelectorOptions,
} from './selectors/label-selector.js';
export { selectorOptionsForUpdate } from './selectors/update-options.js';

export { validateInlineVolumeSpec } from './persistent-volume/inline.js';

export { persistentSourceNames } from './persistent-volume/sources.js';
export type { PersistentSourceName } from './persistent-volume/types.js';
export { validatePersistentVolumeSpec, type PersistentVolumeOptions } from './persistent-volume/spec.js';

export { disabledPodFields, inEachContainer, type DisabledFields } from './strategy/disabled-fields.js';
export { dropField } from './strategy/drop-field.js';
export { dropDisabledFields } from './strategy/dropped-fields.js';
export { lostFields } from './strategy/lost-fields.js';
export type { DroppedField } from './strategy/removals.js';
export { placedInManifest } from './strategy/moved-items.js';

export { warnAboutClaimAmounts } from './warnings/amounts.js';
export { spellingCheckedSince, warnAboutCidr, warnAboutSpelling } from './warnings/addresses.js';
export { warnAboutAppArmor } from './warnings/annotations.js';
export { warnAboutHostName } from './warnings/host-name.js';
export { warnAboutNodeLabel, warnAboutNodeSelector, warnAboutNodeSelectorTerm } from './warnings/node-labels.js';
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
export { allProblems, plainList } from './lists.js';
export { related } from './related.js';
export { takeFields } from './take-fields.js';
