import { by, entry, flows, type ApiVersion, type WithSpec } from './api-version.js';
import { removedBefore129 } from './removed.js';

const policies = 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding';
const mutations = 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding';
const devices = 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice';
const requests = 'The fields of a device request are in "exactly" now.';

export const apiVersions: readonly ApiVersion[] = [
  ...removedBefore129,
  // What 1.29 and later deprecate, remove, or have only where it is turned on
  entry(`${flows}/v1beta3`, 'FlowSchema', { deprecated: 29, removed: 32, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1beta3`, 'PriorityLevelConfiguration', {
    deprecated: 29,
    removed: 32,
    ...by(`${flows}/v1`, 29),
    advice: 'nominalConcurrencyShares: 0 means none now, where it meant 30.',
    changesMeaningOf: hasNoShares,
  }),
  entry('v1', 'ComponentStatus', { deprecated: 19, advice: 'Ask the health endpoints of the components instead.' }),
  entry('v1', 'Endpoints', { deprecated: 33, advice: 'Write EndpointSlices (discovery.k8s.io/v1) instead.' }),
  entry('admissionregistration.k8s.io/v1alpha1', policies, {
    deprecated: 29,
    removed: 32,
    ...by('admissionregistration.k8s.io/v1', 30),
    onDemand: 29,
  }),
  entry('admissionregistration.k8s.io/v1beta1', policies, {
    deprecated: 31,
    removed: 34,
    ...by('admissionregistration.k8s.io/v1', 30),
    onDemand: 29,
  }),
  entry('admissionregistration.k8s.io/v1alpha1', mutations, {
    deprecated: 35,
    removed: 38,
    ...by('admissionregistration.k8s.io/v1', 36),
    onDemand: 32,
  }),
  entry('admissionregistration.k8s.io/v1beta1', mutations, {
    deprecated: 37,
    removed: 40,
    ...by('admissionregistration.k8s.io/v1', 36),
    onDemand: 34,
  }),
  entry('authentication.k8s.io/v1alpha1', 'SelfSubjectReview', {
    deprecated: 29,
    removed: 32,
    ...by('authentication.k8s.io/v1', 28),
    onDemand: 29,
  }),
  entry('authentication.k8s.io/v1beta1', 'SelfSubjectReview', {
    deprecated: 30,
    removed: 33,
    ...by('authentication.k8s.io/v1', 28),
    onDemand: 29,
  }),
  entry('certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', {
    deprecated: 34,
    removed: 37,
    ...by('certificates.k8s.io/v1', 37),
    onDemand: 29,
  }),
  entry('certificates.k8s.io/v1beta1', 'ClusterTrustBundle', {
    deprecated: 37,
    removed: 40,
    ...by('certificates.k8s.io/v1', 37),
    onDemand: 33,
  }),
  entry('certificates.k8s.io/v1alpha1', 'PodCertificateRequest', {
    removed: 35,
    ...by('certificates.k8s.io/v1beta1', 35),
    advice: 'Nodes write these; a manifest has no need of them.',
    onDemand: 34,
  }),
  entry('certificates.k8s.io/v1beta1', 'PodCertificateRequest', {
    deprecated: 37,
    removed: 40,
    ...by('certificates.k8s.io/v1', 37),
    advice: 'Nodes write these; a manifest has no need of them.',
    onDemand: 35,
  }),
  entry('coordination.k8s.io/v1alpha1', 'LeaseCandidate', {
    removed: 32,
    ...by('coordination.k8s.io/v1beta1', 33),
    advice: 'preferredStrategies is one strategy now.',
    onDemand: 31,
  }),
  entry('coordination.k8s.io/v1alpha2', 'LeaseCandidate', {
    deprecated: 35,
    removed: 38,
    ...by('coordination.k8s.io/v1beta1', 33),
    onDemand: 32,
  }),
  entry('coordination.k8s.io/v1beta1', 'LeaseCandidate', { deprecated: 36, removed: 39, onDemand: 33 }),
  entry('networking.k8s.io/v1alpha1', 'IPAddress ServiceCIDR', {
    deprecated: 30,
    removed: 33,
    ...by('networking.k8s.io/v1', 33),
    onDemand: 29,
  }),
  entry('networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', {
    deprecated: 34,
    removed: 37,
    ...by('networking.k8s.io/v1', 33),
    onDemand: 31,
  }),
  entry(
    'resource.k8s.io/v1alpha2',
    'PodSchedulingContext ResourceClaimParameters ResourceClass ResourceClassParameters',
    {
      removed: 31,
      advice: 'Devices are asked for with a DeviceClass and the requests of a ResourceClaim now.',
      onDemand: 29,
    },
  ),
  entry('resource.k8s.io/v1alpha2', 'ResourceClaim ResourceClaimTemplate ResourceSlice', {
    removed: 31,
    ...by('resource.k8s.io/v1', 34),
    advice: 'Devices are asked for in another way.',
    onDemand: 29,
  }),
  entry('resource.k8s.io/v1alpha3', 'PodSchedulingContext', {
    removed: 32,
    advice: 'The scheduler allocates devices itself now.',
    onDemand: 31,
  }),
  entry('resource.k8s.io/v1alpha3', devices, {
    removed: 34,
    ...by('resource.k8s.io/v1', 34),
    advice: requests,
    onDemand: 31,
  }),
  entry('resource.k8s.io/v1alpha3', 'DeviceTaintRule', {
    deprecated: 36,
    removed: 39,
    ...by('resource.k8s.io/v1', 37),
    advice: 'Look at the fields of deviceSelector, some of which are gone.',
    onDemand: 33,
  }),
  entry('resource.k8s.io/v1alpha3', 'ResourcePoolStatusRequest', { deprecated: 39, removed: 42, onDemand: 36 }),
  entry('resource.k8s.io/v1beta1', devices, {
    deprecated: 35,
    removed: 38,
    ...by('resource.k8s.io/v1', 34),
    advice: requests,
    onDemand: 32,
  }),
  entry('resource.k8s.io/v1beta2', devices, {
    deprecated: 36,
    removed: 39,
    ...by('resource.k8s.io/v1', 34),
    onDemand: 33,
  }),
  entry('resource.k8s.io/v1beta2', 'DeviceTaintRule', {
    deprecated: 39,
    removed: 42,
    ...by('resource.k8s.io/v1', 37),
    onDemand: 36,
  }),
  entry('scheduling.k8s.io/v1alpha1', 'Workload', {
    removed: 36,
    ...by('scheduling.k8s.io/v1beta1', 37),
    advice: 'Groups of Pods are described by PodGroups now.',
    onDemand: 35,
  }),
  entry('scheduling.k8s.io/v1alpha2', 'PodGroup Workload', {
    removed: 37,
    ...by('scheduling.k8s.io/v1beta1', 37),
    advice: 'Look at the fields of both, which have changed.',
    onDemand: 36,
  }),
  entry('scheduling.k8s.io/v1beta1', 'PodGroup Workload', { deprecated: 40, removed: 43, onDemand: 37 }),
  entry('storage.k8s.io/v1alpha1', 'VolumeAttributesClass', {
    deprecated: 32,
    removed: 35,
    ...by('storage.k8s.io/v1', 34),
    onDemand: 29,
  }),
  entry('storage.k8s.io/v1beta1', 'VolumeAttributesClass', {
    deprecated: 34,
    removed: 37,
    ...by('storage.k8s.io/v1', 34),
    onDemand: 31,
  }),
  entry('storagemigration.k8s.io/v1alpha1', 'StorageVersionMigration', {
    deprecated: 33,
    removed: 35,
    ...by('storagemigration.k8s.io/v1beta1', 35),
    advice: 'spec.resource names no version any more.',
    onDemand: 30,
  }),
  entry('storagemigration.k8s.io/v1beta1', 'StorageVersionMigration', {
    deprecated: 37,
    removed: 40,
    ...by('storagemigration.k8s.io/v1', 37),
    onDemand: 35,
  }),
];

function hasNoShares({
  spec,
}: WithSpec<{ readonly limited?: { readonly nominalConcurrencyShares?: number } }>): boolean {
  return spec?.limited?.nominalConcurrencyShares === 0;
}
