import { own } from '@podlint/plain';
import { deprecatedFields } from '@podlint/schemas/deprecated-fields';
import { usualOrder, type OwnedField } from '@podlint/schema';

/**
 * Fields that the server asks for, though its OpenAPI document does not say so (pkg/apis/core/validation and its
 * siblings).
 */
const alsoRequired: Readonly<Record<string, readonly string[]>> = {
  'apps.v1.DaemonSet': ['spec'],
  'apps.v1.Deployment': ['spec'],
  'apps.v1.ReplicaSet': ['spec'],
  'apps.v1.ReplicaSetSpec': ['template'],
  'apps.v1.StatefulSet': ['spec'],
  'batch.v1.Job': ['spec'],
  'batch.v1.JobTemplateSpec': ['spec'],
  'core.v1.ConfigMapKeySelector': ['name'],
  'core.v1.ConfigMapVolumeSource': ['name'],
  'core.v1.Container': ['image'],
  'core.v1.ExecAction': ['command'],
  'core.v1.LocalObjectReference': ['name'],
  'core.v1.Pod': ['spec'],
  'core.v1.PodTemplateSpec': ['metadata', 'spec'],
  'core.v1.ReplicationController': ['spec'],
  'core.v1.ReplicationControllerSpec': ['selector', 'template'],
  'core.v1.SecretKeySelector': ['name'],
  'core.v1.SecretVolumeSource': ['secretName'],
  'core.v1.Service': ['spec'],
  'core.v1.ServiceSpec': ['ports'],
  'core.v1.PersistentVolumeClaimSpec': ['accessModes', 'resources'],
  'core.v1.VolumeResourceRequirements': ['requests'],
  'policy.v1.PodDisruptionBudgetSpec': ['selector'],
};
const ofAnyObject: Readonly<Record<string, true>> = { apiVersion: true, kind: true, metadata: true };

export function isRequired({ owner, name, required }: OwnedField, isObject: boolean): boolean {
  return (
    required === true ||
    (own(alsoRequired, owner)?.includes(name) ?? false) ||
    (isObject && own(ofAnyObject, name) === true)
  );
}

/** Fields of which an object has one and no more. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  'core.v1.EnvVar': ['value', 'valueFrom'],
  'core.v1.EnvVarSource': ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef', 'fileKeyRef'],
  'core.v1.EnvFromSource': ['configMapRef', 'secretRef'],
  'core.v1.LifecycleHandler': ['exec', 'httpGet', 'sleep', 'tcpSocket'],
  'core.v1.Probe': ['httpGet', 'exec', 'tcpSocket', 'grpc'],
  'core.v1.VolumeMount': ['subPath', 'subPathExpr'],
  'core.v1.VolumeProjection': [
    'configMap',
    'secret',
    'downwardAPI',
    'serviceAccountToken',
    'clusterTrustBundle',
    'podCertificate',
  ],
  'core.v1.DownwardAPIVolumeFile': ['fieldRef', 'resourceFieldRef'],
  'networking.v1.IngressBackend': ['service', 'resource'],
  'networking.v1.ServiceBackendPort': ['name', 'number'],
  'policy.v1.PodDisruptionBudgetSpec': ['minAvailable', 'maxUnavailable'],
};

/** The fields that cannot stand beside a field; of a volume's source, all other sources. */
export function excludedBy(owner: string, name: string): (other: string) => boolean {
  if (owner === 'core.v1.Volume') return (other) => name !== 'name' && other !== 'name';
  const group = own(alternatives, owner);
  return group?.includes(name) ? (other) => group.includes(other) : () => false;
}

/** Where a field comes among its siblings; those without a place of their own come last. */
export function placeAmongSiblings(owner: string, name: string): number {
  const order = usualOrder(owner);
  const place = order.indexOf(name);
  return place < 0 ? order.length : place;
}

/** Still there, but no longer to be used. */
export function isDeprecated({ owner, name }: OwnedField): boolean {
  return own(deprecatedFields, owner)?.includes(name) ?? false;
}
