import type { Minor } from '@podlint/model';

/**
 * Versions of the Kubernetes API on their way out, or not on by default: the APILifecycle functions of k8s.io/api (zz_generated.prerelease-lifecycle.go;
 * for what is gone there, the last version that had it: 0.21.14, 0.24.17, 0.26.15, 0.29.6 and later), of kube-aggregator and of apiextensions-apiserver 0.21.14, and for alpha and beta
 * versions the storage that pkg/registry/<group>/rest of each Kubernetes version sets up and the lists in pkg/controlplane/instance.go.
 */
export interface ApiVersion {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  readonly deprecated?: Minor;
  /** The first version that does not serve it. */
  readonly removed?: Minor;
  /** The API version that serves the kind in its place, and the first Kubernetes version that does. */
  readonly instead?: { readonly apiVersion: string; readonly since: Minor };
  /** What else has to be done: a sentence. Absent where the new name is all that changes. */
  readonly advice?: string;
  /** Fields whose meaning changes with the name, in a few objects; the others need the new name only. */
  readonly changesMeaningOf?: (object: Readonly<Record<string, unknown>>) => boolean;
  /** The old version took the labels of the template for a selector that was missing (SetDefaults_DaemonSet and its like in pkg/apis/extensions/v1beta1 until 1.15); the new one refuses the object. */
  readonly needsSelector?: true;
  /** A server has it only if --runtime-config turns it on. Since when there is something to turn on; 29 also stands for everything before it. */
  readonly onDemand?: Minor;
}

type Details = Omit<ApiVersion, 'apiVersion' | 'kinds'>;

function entry(apiVersion: string, kinds: string, details: Details): ApiVersion {
  return { apiVersion, kinds: kinds.split(' '), ...details };
}

/** Replaced by `since`, in which it is called `apiVersion`. */
function by(apiVersion: string, since: Minor): Pick<ApiVersion, 'instead'> {
  return { instead: { apiVersion, since } };
}

const toAppsV1 = { ...by('apps/v1', 9), needsSelector: true, advice: 'Write out spec.selector, which is required now, and look at the defaults, which have changed.' } as const;
const policies = 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding';
const mutations = 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding';
const devices = 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice';
const reviews = 'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview';
const roles = 'ClusterRole ClusterRoleBinding Role RoleBinding';
const flows = 'flowcontrol.apiserver.k8s.io';
const shares = 'spec.limited.assuredConcurrencyShares is called nominalConcurrencyShares now.';
const requests = 'The fields of a device request are in "exactly" now.';

export const apiVersions: readonly ApiVersion[] = [
  // 1.16
  entry('extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', { deprecated: 8, removed: 16, ...toAppsV1 }),
  entry('extensions/v1beta1', 'NetworkPolicy', { deprecated: 9, removed: 16, ...by('networking.k8s.io/v1', 8) }),
  entry('extensions/v1beta1', 'PodSecurityPolicy', { deprecated: 11, removed: 16, advice: 'Use the labels of Pod Security admission on the namespaces instead.' }),
  entry('apps/v1beta1', 'Deployment StatefulSet', { deprecated: 8, removed: 16, ...toAppsV1 }),
  entry('apps/v1beta1', 'ControllerRevision', { deprecated: 8, removed: 16, ...by('apps/v1', 9) }),
  entry('apps/v1beta2', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', { deprecated: 9, removed: 16, ...by('apps/v1', 9) }),
  // 1.19 to 1.21
  entry('auditregistration.k8s.io/v1alpha1', 'AuditSink', { removed: 19, advice: 'Give the API server a webhook with --audit-webhook-config-file instead.' }),
  entry('batch/v2alpha1', 'CronJob', { deprecated: 8, removed: 21, ...by('batch/v1', 21) }),
  entry(`${flows}/v1alpha1`, 'FlowSchema', { deprecated: 20, removed: 21, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1alpha1`, 'PriorityLevelConfiguration', { deprecated: 20, removed: 21, ...by(`${flows}/v1`, 29), advice: shares }),
  // 1.22
  entry('admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration ValidatingWebhookConfiguration', {
    deprecated: 16,
    removed: 22,
    ...by('admissionregistration.k8s.io/v1', 16),
    advice: 'sideEffects and admissionReviewVersions are required now, and other defaults have changed.',
  }),
  entry('apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', { deprecated: 16, removed: 22, ...by('apiextensions.k8s.io/v1', 16), advice: 'A structural schema for each of spec.versions is required now.' }),
  entry('apiregistration.k8s.io/v1beta1', 'APIService', { deprecated: 19, removed: 22, ...by('apiregistration.k8s.io/v1', 10) }),
  entry('authentication.k8s.io/v1beta1', 'TokenReview', { deprecated: 19, removed: 22, ...by('authentication.k8s.io/v1', 6) }),
  entry('authorization.k8s.io/v1beta1', reviews, { deprecated: 19, removed: 22, ...by('authorization.k8s.io/v1', 6), advice: 'spec.group is called spec.groups now.' }),
  entry('certificates.k8s.io/v1beta1', 'CertificateSigningRequest', { deprecated: 19, removed: 22, ...by('certificates.k8s.io/v1', 19), advice: 'spec.signerName and spec.usages are required now.' }),
  entry('coordination.k8s.io/v1beta1', 'Lease', { deprecated: 19, removed: 22, ...by('coordination.k8s.io/v1', 14) }),
  entry('extensions/v1beta1', 'Ingress', { deprecated: 14, removed: 22, ...by('networking.k8s.io/v1', 19), advice: 'Backends are written in another way, and pathType is required now.' }),
  entry('networking.k8s.io/v1beta1', 'Ingress', { deprecated: 19, removed: 22, ...by('networking.k8s.io/v1', 19), advice: 'Backends are written in another way, and pathType is required now.' }),
  entry('networking.k8s.io/v1beta1', 'IngressClass', { deprecated: 19, removed: 22, ...by('networking.k8s.io/v1', 19) }),
  entry('rbac.authorization.k8s.io/v1beta1', roles, { deprecated: 17, removed: 22, ...by('rbac.authorization.k8s.io/v1', 8) }),
  entry('scheduling.k8s.io/v1beta1', 'PriorityClass', { deprecated: 14, removed: 22, ...by('scheduling.k8s.io/v1', 14) }),
  entry('storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', { deprecated: 19, removed: 22, ...by('storage.k8s.io/v1', 18) }),
  // 1.23 and 1.24
  entry('rbac.authorization.k8s.io/v1alpha1', roles, { deprecated: 17, removed: 23, ...by('rbac.authorization.k8s.io/v1', 8), advice: 'Subjects name an apiGroup instead of an apiVersion now.' }),
  entry('scheduling.k8s.io/v1alpha1', 'PriorityClass', { deprecated: 14, removed: 23, ...by('scheduling.k8s.io/v1', 14) }),
  entry('node.k8s.io/v1alpha1', 'RuntimeClass', { removed: 24, ...by('node.k8s.io/v1', 20), advice: 'spec.runtimeHandler is called handler now, and the fields of spec stand beside it.' }),
  entry('storage.k8s.io/v1alpha1', 'CSIStorageCapacity VolumeAttachment', { deprecated: 21, removed: 24, ...by('storage.k8s.io/v1', 24) }),
  // 1.25
  entry('autoscaling/v2beta1', 'HorizontalPodAutoscaler', { deprecated: 22, removed: 25, ...by('autoscaling/v2', 23), advice: 'Targets of metrics are written in another way.' }),
  entry('batch/v1beta1', 'CronJob', { deprecated: 21, removed: 25, ...by('batch/v1', 21) }),
  entry('discovery.k8s.io/v1beta1', 'EndpointSlice', { deprecated: 21, removed: 25, ...by('discovery.k8s.io/v1', 21), advice: 'nodeName and zone of an endpoint take the place of its topology.' }),
  entry('events.k8s.io/v1beta1', 'Event', { deprecated: 22, removed: 25, ...by('events.k8s.io/v1', 19), advice: 'Several fields have other names, or are required now.' }),
  entry('node.k8s.io/v1beta1', 'RuntimeClass', { deprecated: 22, removed: 25, ...by('node.k8s.io/v1', 20) }),
  entry('policy/v1beta1', 'PodDisruptionBudget', { deprecated: 21, removed: 25, ...by('policy/v1', 21), advice: 'An empty selector selects every Pod of the namespace now, where it selected none.', changesMeaningOf: hasEmptySelector }),
  entry('policy/v1beta1', 'PodSecurityPolicy', { deprecated: 21, removed: 25, advice: 'Use the labels of Pod Security admission on the namespaces instead.' }),
  // 1.26 to 1.29
  entry('autoscaling/v2beta2', 'HorizontalPodAutoscaler', { deprecated: 23, removed: 26, ...by('autoscaling/v2', 23) }),
  entry(`${flows}/v1beta1`, 'FlowSchema', { deprecated: 23, removed: 26, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1beta1`, 'PriorityLevelConfiguration', { deprecated: 23, removed: 26, ...by(`${flows}/v1`, 29), advice: shares }),
  entry('storage.k8s.io/v1beta1', 'CSIStorageCapacity', { deprecated: 24, removed: 27, ...by('storage.k8s.io/v1', 24) }),
  entry(`${flows}/v1beta2`, 'FlowSchema', { deprecated: 26, removed: 29, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1beta2`, 'PriorityLevelConfiguration', { deprecated: 26, removed: 29, ...by(`${flows}/v1`, 29), advice: shares }),
  entry('networking.k8s.io/v1alpha1', 'ClusterCIDR', { removed: 29, advice: 'The feature was given up; CNI plugins have their own means.' }),
  // What 1.29 and later deprecate, remove, or have only where it is turned on
  entry(`${flows}/v1beta3`, 'FlowSchema', { deprecated: 29, removed: 32, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1beta3`, 'PriorityLevelConfiguration', { deprecated: 29, removed: 32, ...by(`${flows}/v1`, 29), advice: 'nominalConcurrencyShares: 0 means none now, where it meant 30.', changesMeaningOf: hasNoShares }),
  entry('v1', 'ComponentStatus', { deprecated: 19, advice: 'Ask the health endpoints of the components instead.' }),
  entry('v1', 'Endpoints', { deprecated: 33, advice: 'Write EndpointSlices (discovery.k8s.io/v1) instead.' }),
  entry('admissionregistration.k8s.io/v1alpha1', policies, { deprecated: 29, removed: 32, ...by('admissionregistration.k8s.io/v1', 30), onDemand: 29 }),
  entry('admissionregistration.k8s.io/v1beta1', policies, { deprecated: 31, removed: 34, ...by('admissionregistration.k8s.io/v1', 30), onDemand: 29 }),
  entry('admissionregistration.k8s.io/v1alpha1', mutations, { deprecated: 35, removed: 38, ...by('admissionregistration.k8s.io/v1', 36), onDemand: 32 }),
  entry('admissionregistration.k8s.io/v1beta1', mutations, { deprecated: 37, removed: 40, ...by('admissionregistration.k8s.io/v1', 36), onDemand: 34 }),
  entry('authentication.k8s.io/v1alpha1', 'SelfSubjectReview', { deprecated: 29, removed: 32, ...by('authentication.k8s.io/v1', 28), onDemand: 29 }),
  entry('authentication.k8s.io/v1beta1', 'SelfSubjectReview', { deprecated: 30, removed: 33, ...by('authentication.k8s.io/v1', 28), onDemand: 29 }),
  entry('certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', { deprecated: 34, removed: 37, ...by('certificates.k8s.io/v1', 37), onDemand: 29 }),
  entry('certificates.k8s.io/v1beta1', 'ClusterTrustBundle', { deprecated: 37, removed: 40, ...by('certificates.k8s.io/v1', 37), onDemand: 33 }),
  entry('certificates.k8s.io/v1alpha1', 'PodCertificateRequest', { removed: 35, ...by('certificates.k8s.io/v1beta1', 35), advice: 'Nodes write these; a manifest has no need of them.', onDemand: 34 }),
  entry('certificates.k8s.io/v1beta1', 'PodCertificateRequest', { deprecated: 37, removed: 40, ...by('certificates.k8s.io/v1', 37), advice: 'Nodes write these; a manifest has no need of them.', onDemand: 35 }),
  entry('coordination.k8s.io/v1alpha1', 'LeaseCandidate', { removed: 32, ...by('coordination.k8s.io/v1beta1', 33), advice: 'preferredStrategies is one strategy now.', onDemand: 31 }),
  entry('coordination.k8s.io/v1alpha2', 'LeaseCandidate', { deprecated: 35, removed: 38, ...by('coordination.k8s.io/v1beta1', 33), onDemand: 32 }),
  entry('coordination.k8s.io/v1beta1', 'LeaseCandidate', { deprecated: 36, removed: 39, onDemand: 33 }),
  entry('networking.k8s.io/v1alpha1', 'IPAddress ServiceCIDR', { deprecated: 30, removed: 33, ...by('networking.k8s.io/v1', 33), onDemand: 29 }),
  entry('networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', { deprecated: 34, removed: 37, ...by('networking.k8s.io/v1', 33), onDemand: 31 }),
  entry('resource.k8s.io/v1alpha2', 'PodSchedulingContext ResourceClaimParameters ResourceClass ResourceClassParameters', { removed: 31, advice: 'Devices are asked for with a DeviceClass and the requests of a ResourceClaim now.', onDemand: 29 }),
  entry('resource.k8s.io/v1alpha2', 'ResourceClaim ResourceClaimTemplate ResourceSlice', { removed: 31, ...by('resource.k8s.io/v1', 34), advice: 'Devices are asked for in another way.', onDemand: 29 }),
  entry('resource.k8s.io/v1alpha3', 'PodSchedulingContext', { removed: 32, advice: 'The scheduler allocates devices itself now.', onDemand: 31 }),
  entry('resource.k8s.io/v1alpha3', devices, { removed: 34, ...by('resource.k8s.io/v1', 34), advice: requests, onDemand: 31 }),
  entry('resource.k8s.io/v1alpha3', 'DeviceTaintRule', { deprecated: 36, removed: 39, ...by('resource.k8s.io/v1', 37), advice: 'Look at the fields of deviceSelector, some of which are gone.', onDemand: 33 }),
  entry('resource.k8s.io/v1alpha3', 'ResourcePoolStatusRequest', { deprecated: 39, removed: 42, onDemand: 36 }),
  entry('resource.k8s.io/v1beta1', devices, { deprecated: 35, removed: 38, ...by('resource.k8s.io/v1', 34), advice: requests, onDemand: 32 }),
  entry('resource.k8s.io/v1beta2', devices, { deprecated: 36, removed: 39, ...by('resource.k8s.io/v1', 34), onDemand: 33 }),
  entry('resource.k8s.io/v1beta2', 'DeviceTaintRule', { deprecated: 39, removed: 42, ...by('resource.k8s.io/v1', 37), onDemand: 36 }),
  entry('scheduling.k8s.io/v1alpha1', 'Workload', { removed: 36, ...by('scheduling.k8s.io/v1beta1', 37), advice: 'Groups of Pods are described by PodGroups now.', onDemand: 35 }),
  entry('scheduling.k8s.io/v1alpha2', 'PodGroup Workload', { removed: 37, ...by('scheduling.k8s.io/v1beta1', 37), advice: 'Look at the fields of both, which have changed.', onDemand: 36 }),
  entry('scheduling.k8s.io/v1beta1', 'PodGroup Workload', { deprecated: 40, removed: 43, onDemand: 37 }),
  entry('storage.k8s.io/v1alpha1', 'VolumeAttributesClass', { deprecated: 32, removed: 35, ...by('storage.k8s.io/v1', 34), onDemand: 29 }),
  entry('storage.k8s.io/v1beta1', 'VolumeAttributesClass', { deprecated: 34, removed: 37, ...by('storage.k8s.io/v1', 34), onDemand: 31 }),
  entry('storagemigration.k8s.io/v1alpha1', 'StorageVersionMigration', { deprecated: 33, removed: 35, ...by('storagemigration.k8s.io/v1beta1', 35), advice: 'spec.resource names no version any more.', onDemand: 30 }),
  entry('storagemigration.k8s.io/v1beta1', 'StorageVersionMigration', { deprecated: 37, removed: 40, ...by('storagemigration.k8s.io/v1', 37), onDemand: 35 }),
];

interface WithSpec<Spec> {
  readonly spec?: Spec;
}

function hasEmptySelector({ spec }: WithSpec<{ readonly selector?: object }>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = (spec?.selector ?? {}) as { matchLabels?: object; matchExpressions?: unknown[] };
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

function hasNoShares({ spec }: WithSpec<{ readonly limited?: { readonly nominalConcurrencyShares?: number } }>): boolean {
  return spec?.limited?.nominalConcurrencyShares === 0;
}
