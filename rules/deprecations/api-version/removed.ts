import { by, entry, flows, shares, type ApiVersion, type WithSpec } from './api-version.js';

const toAppsV1 = {
  ...by('apps/v1', 9),
  needsSelector: true,
  advice: 'Write out spec.selector, which is required now, and look at the defaults, which have changed.',
} as const;
const reviews = 'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview';
const roles = 'ClusterRole ClusterRoleBinding Role RoleBinding';

/** What no version that podlint knows serves any more. */
export const removedBefore129: readonly ApiVersion[] = [
  // 1.16
  entry('extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', { deprecated: 8, removed: 16, ...toAppsV1 }),
  entry('extensions/v1beta1', 'NetworkPolicy', { deprecated: 9, removed: 16, ...by('networking.k8s.io/v1', 8) }),
  entry('extensions/v1beta1', 'PodSecurityPolicy', {
    deprecated: 11,
    removed: 16,
    advice: 'Use the labels of Pod Security admission on the namespaces instead.',
  }),
  entry('apps/v1beta1', 'Deployment StatefulSet', { deprecated: 8, removed: 16, ...toAppsV1 }),
  entry('apps/v1beta1', 'ControllerRevision', { deprecated: 8, removed: 16, ...by('apps/v1', 9) }),
  entry('apps/v1beta2', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', {
    deprecated: 9,
    removed: 16,
    ...by('apps/v1', 9),
  }),
  // 1.19 to 1.21
  entry('auditregistration.k8s.io/v1alpha1', 'AuditSink', {
    removed: 19,
    advice: 'Give the API server a webhook with --audit-webhook-config-file instead.',
  }),
  entry('batch/v2alpha1', 'CronJob', { deprecated: 8, removed: 21, ...by('batch/v1', 21) }),
  entry(`${flows}/v1alpha1`, 'FlowSchema', { deprecated: 20, removed: 21, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1alpha1`, 'PriorityLevelConfiguration', {
    deprecated: 20,
    removed: 21,
    ...by(`${flows}/v1`, 29),
    advice: shares,
  }),
  // 1.22
  entry('admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration ValidatingWebhookConfiguration', {
    deprecated: 16,
    removed: 22,
    ...by('admissionregistration.k8s.io/v1', 16),
    advice: 'sideEffects and admissionReviewVersions are required now, and other defaults have changed.',
  }),
  entry('apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', {
    deprecated: 16,
    removed: 22,
    ...by('apiextensions.k8s.io/v1', 16),
    advice: 'A structural schema for each of spec.versions is required now.',
  }),
  entry('apiregistration.k8s.io/v1beta1', 'APIService', {
    deprecated: 19,
    removed: 22,
    ...by('apiregistration.k8s.io/v1', 10),
  }),
  entry('authentication.k8s.io/v1beta1', 'TokenReview', {
    deprecated: 19,
    removed: 22,
    ...by('authentication.k8s.io/v1', 6),
  }),
  entry('authorization.k8s.io/v1beta1', reviews, {
    deprecated: 19,
    removed: 22,
    ...by('authorization.k8s.io/v1', 6),
    advice: 'spec.group is called spec.groups now.',
  }),
  entry('certificates.k8s.io/v1beta1', 'CertificateSigningRequest', {
    deprecated: 19,
    removed: 22,
    ...by('certificates.k8s.io/v1', 19),
    advice: 'spec.signerName and spec.usages are required now.',
  }),
  entry('coordination.k8s.io/v1beta1', 'Lease', { deprecated: 19, removed: 22, ...by('coordination.k8s.io/v1', 14) }),
  entry('extensions/v1beta1', 'Ingress', {
    deprecated: 14,
    removed: 22,
    ...by('networking.k8s.io/v1', 19),
    advice: 'Backends are written in another way, and pathType is required now.',
  }),
  entry('networking.k8s.io/v1beta1', 'Ingress', {
    deprecated: 19,
    removed: 22,
    ...by('networking.k8s.io/v1', 19),
    advice: 'Backends are written in another way, and pathType is required now.',
  }),
  entry('networking.k8s.io/v1beta1', 'IngressClass', {
    deprecated: 19,
    removed: 22,
    ...by('networking.k8s.io/v1', 19),
  }),
  entry('rbac.authorization.k8s.io/v1beta1', roles, {
    deprecated: 17,
    removed: 22,
    ...by('rbac.authorization.k8s.io/v1', 8),
  }),
  entry('scheduling.k8s.io/v1beta1', 'PriorityClass', {
    deprecated: 14,
    removed: 22,
    ...by('scheduling.k8s.io/v1', 14),
  }),
  entry('storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', {
    deprecated: 19,
    removed: 22,
    ...by('storage.k8s.io/v1', 18),
  }),
  // 1.23 and 1.24
  entry('rbac.authorization.k8s.io/v1alpha1', roles, {
    deprecated: 17,
    removed: 23,
    ...by('rbac.authorization.k8s.io/v1', 8),
    advice: 'Subjects name an apiGroup instead of an apiVersion now.',
  }),
  entry('scheduling.k8s.io/v1alpha1', 'PriorityClass', {
    deprecated: 14,
    removed: 23,
    ...by('scheduling.k8s.io/v1', 14),
  }),
  entry('node.k8s.io/v1alpha1', 'RuntimeClass', {
    removed: 24,
    ...by('node.k8s.io/v1', 20),
    advice: 'spec.runtimeHandler is called handler now, and the fields of spec stand beside it.',
  }),
  entry('storage.k8s.io/v1alpha1', 'CSIStorageCapacity VolumeAttachment', {
    deprecated: 21,
    removed: 24,
    ...by('storage.k8s.io/v1', 24),
  }),
  // 1.25
  entry('autoscaling/v2beta1', 'HorizontalPodAutoscaler', {
    deprecated: 22,
    removed: 25,
    ...by('autoscaling/v2', 23),
    advice: 'Targets of metrics are written in another way.',
  }),
  entry('batch/v1beta1', 'CronJob', { deprecated: 21, removed: 25, ...by('batch/v1', 21) }),
  entry('discovery.k8s.io/v1beta1', 'EndpointSlice', {
    deprecated: 21,
    removed: 25,
    ...by('discovery.k8s.io/v1', 21),
    advice: 'nodeName and zone of an endpoint take the place of its topology.',
  }),
  entry('events.k8s.io/v1beta1', 'Event', {
    deprecated: 22,
    removed: 25,
    ...by('events.k8s.io/v1', 19),
    advice: 'Several fields have other names, or are required now.',
  }),
  entry('node.k8s.io/v1beta1', 'RuntimeClass', { deprecated: 22, removed: 25, ...by('node.k8s.io/v1', 20) }),
  entry('policy/v1beta1', 'PodDisruptionBudget', {
    deprecated: 21,
    removed: 25,
    ...by('policy/v1', 21),
    advice: 'An empty selector selects every Pod of the namespace now, where it selected none.',
    changesMeaningOf: hasEmptySelector,
  }),
  entry('policy/v1beta1', 'PodSecurityPolicy', {
    deprecated: 21,
    removed: 25,
    advice: 'Use the labels of Pod Security admission on the namespaces instead.',
  }),
  // 1.26 to 1.29
  entry('autoscaling/v2beta2', 'HorizontalPodAutoscaler', { deprecated: 23, removed: 26, ...by('autoscaling/v2', 23) }),
  entry(`${flows}/v1beta1`, 'FlowSchema', { deprecated: 23, removed: 26, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1beta1`, 'PriorityLevelConfiguration', {
    deprecated: 23,
    removed: 26,
    ...by(`${flows}/v1`, 29),
    advice: shares,
  }),
  entry('storage.k8s.io/v1beta1', 'CSIStorageCapacity', {
    deprecated: 24,
    removed: 27,
    ...by('storage.k8s.io/v1', 24),
  }),
  entry(`${flows}/v1beta2`, 'FlowSchema', { deprecated: 26, removed: 29, ...by(`${flows}/v1`, 29) }),
  entry(`${flows}/v1beta2`, 'PriorityLevelConfiguration', {
    deprecated: 26,
    removed: 29,
    ...by(`${flows}/v1`, 29),
    advice: shares,
  }),
  entry('networking.k8s.io/v1alpha1', 'ClusterCIDR', {
    removed: 29,
    advice: 'The feature was given up; CNI plugins have their own means.',
  }),
];

function hasEmptySelector({ spec }: WithSpec<{ readonly selector?: object }>): boolean {
  const { matchLabels = {}, matchExpressions = [] } = (spec?.selector ?? {}) as {
    matchLabels?: object;
    matchExpressions?: unknown[];
  };
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}
