/** What a name inside of a Pod stands for. */
export type PodNamed = 'volume' | 'port' | 'container' | 'resource claim';

/** What a field refers to by name. */
export type Reference =
  /** Something in the same Pod. */
  | { readonly to: PodNamed }
  /** An object of the namespace. `kind` may be what the field beside it says. */
  | { readonly to: 'object'; readonly kind: string | { readonly field: string } }
  /** A key of a ConfigMap or Secret that is named by a field of the same object, or of the one around its list. */
  | { readonly to: 'key'; readonly kind: 'ConfigMap' | 'Secret'; readonly namedBy: string }
  /** A port of the Pods that a Service selects, by the name that a container gives it. */
  | { readonly to: 'selected port' }
  /** A port of the Service that is named beside it. */
  | { readonly to: 'service port' };

const configMap: Reference = { to: 'object', kind: 'ConfigMap' };
const secret: Reference = { to: 'object', kind: 'Secret' };
const kindBeside: Reference = { to: 'object', kind: { field: 'kind' } };

/** Every field that holds the name of something else, by its definition and name. */
const references: Readonly<Record<string, Reference>> = {
  'core.v1.VolumeMount.name': { to: 'volume' },
  'core.v1.VolumeDevice.name': { to: 'volume' },
  'core.v1.FileKeySelector.volumeName': { to: 'volume' },
  'core.v1.HTTPGetAction.port': { to: 'port' },
  'core.v1.TCPSocketAction.port': { to: 'port' },
  'core.v1.ResourceFieldSelector.containerName': { to: 'container' },
  'core.v1.EphemeralContainer.targetContainerName': { to: 'container' },
  'batch.v1.PodFailurePolicyOnExitCodesRequirement.containerName': { to: 'container' },
  'autoscaling.v2.ContainerResourceMetricSource.container': { to: 'container' },
  'core.v1.ResourceClaim.name': { to: 'resource claim' },
  'core.v1.ConfigMapEnvSource.name': configMap,
  'core.v1.ConfigMapKeySelector.name': configMap,
  'core.v1.ConfigMapProjection.name': configMap,
  'core.v1.ConfigMapVolumeSource.name': configMap,
  'core.v1.ConfigMapKeySelector.key': { to: 'key', kind: 'ConfigMap', namedBy: 'name' },
  'core.v1.SecretEnvSource.name': secret,
  'core.v1.SecretKeySelector.name': secret,
  'core.v1.SecretProjection.name': secret,
  'core.v1.SecretVolumeSource.secretName': secret,
  'core.v1.AzureFileVolumeSource.secretName': secret,
  'core.v1.LocalObjectReference.name': secret,
  'core.v1.SecretKeySelector.key': { to: 'key', kind: 'Secret', namedBy: 'name' },
  'networking.v1.IngressTLS.secretName': secret,
  'core.v1.PodSpec.serviceAccountName': { to: 'object', kind: 'ServiceAccount' },
  'core.v1.PodSpec.serviceAccount': { to: 'object', kind: 'ServiceAccount' },
  'core.v1.PodSpec.priorityClassName': { to: 'object', kind: 'PriorityClass' },
  'core.v1.PodSpec.runtimeClassName': { to: 'object', kind: 'RuntimeClass' },
  'core.v1.PersistentVolumeClaimVolumeSource.claimName': { to: 'object', kind: 'PersistentVolumeClaim' },
  'core.v1.PersistentVolumeClaimSpec.storageClassName': { to: 'object', kind: 'StorageClass' },
  'core.v1.PersistentVolumeClaimSpec.volumeName': { to: 'object', kind: 'PersistentVolume' },
  'apps.v1.StatefulSetSpec.serviceName': { to: 'object', kind: 'Service' },
  'networking.v1.IngressServiceBackend.name': { to: 'object', kind: 'Service' },
  'networking.v1.IngressSpec.ingressClassName': { to: 'object', kind: 'IngressClass' },
  'networking.v1.ServiceBackendPort.name': { to: 'service port' },
  'autoscaling.v2.CrossVersionObjectReference.name': kindBeside,
  'rbac.v1.RoleRef.name': kindBeside,
  'rbac.v1.Subject.name': kindBeside,
  'core.v1.ServicePort.targetPort': { to: 'selected port' },
};

/** The keys that the items of a volume pick: of the ConfigMap or Secret that the volume's source names. */
const itemKeys: Readonly<Record<string, Reference>> = {
  'core.v1.ConfigMapVolumeSource': { to: 'key', kind: 'ConfigMap', namedBy: 'name' },
  'core.v1.ConfigMapProjection': { to: 'key', kind: 'ConfigMap', namedBy: 'name' },
  'core.v1.SecretVolumeSource': { to: 'key', kind: 'Secret', namedBy: 'secretName' },
  'core.v1.SecretProjection': { to: 'key', kind: 'Secret', namedBy: 'name' },
};

/** What a field refers to. `around`: the definition of what holds the list that the field's owner is an item of. */
export function referenceOf(owner: string, name: string, around: string | undefined): Reference | undefined {
  if (owner === 'core.v1.KeyToPath' && name === 'key') return around === undefined ? undefined : itemKeys[around];
  return references[`${owner}.${name}`];
}

/** Fields that hold the labels of the Pods that an object means. */
const selectors: readonly string[] = [
  'core.v1.ServiceSpec.selector',
  'core.v1.ReplicationControllerSpec.selector',
  'meta.v1.LabelSelector.matchLabels',
];

export function isSelector(owner: string, name: string): boolean {
  return selectors.includes(`${owner}.${name}`);
}
