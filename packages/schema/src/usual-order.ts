import { own } from '@podlint/plain';

/**
 * What people write most, in the order in which they write it; everything else follows in the order of the alphabet.
 */
const usual: Readonly<Record<string, readonly string[]>> = {
  'core.v1.Container': [
    'name',
    'image',
    'imagePullPolicy',
    'command',
    'args',
    'ports',
    'env',
    'envFrom',
    'resources',
    'startupProbe',
    'readinessProbe',
    'livenessProbe',
    'volumeMounts',
    'securityContext',
    'lifecycle',
  ],
  'core.v1.PodSpec': [
    'containers',
    'initContainers',
    'volumes',
    'restartPolicy',
    'serviceAccountName',
    'automountServiceAccountToken',
    'securityContext',
    'nodeSelector',
    'affinity',
    'tolerations',
    'topologySpreadConstraints',
    'imagePullSecrets',
    'terminationGracePeriodSeconds',
  ],
  'core.v1.Probe': [
    'httpGet',
    'exec',
    'tcpSocket',
    'grpc',
    'initialDelaySeconds',
    'periodSeconds',
    'timeoutSeconds',
    'failureThreshold',
  ],
  'core.v1.EnvVar': ['name', 'value', 'valueFrom'],
  'core.v1.EnvVarSource': ['configMapKeyRef', 'secretKeyRef', 'fieldRef', 'resourceFieldRef'],
  'core.v1.ContainerPort': ['name', 'containerPort', 'protocol'],
  'core.v1.VolumeMount': ['name', 'mountPath', 'readOnly', 'subPath'],
  'core.v1.Volume': [
    'name',
    'configMap',
    'secret',
    'emptyDir',
    'persistentVolumeClaim',
    'projected',
    'downwardAPI',
    'hostPath',
    'csi',
    'ephemeral',
  ],
  'core.v1.SecurityContext': [
    'allowPrivilegeEscalation',
    'capabilities',
    'readOnlyRootFilesystem',
    'runAsNonRoot',
    'runAsUser',
    'runAsGroup',
    'seccompProfile',
    'privileged',
  ],
  'core.v1.PodSecurityContext': [
    'runAsNonRoot',
    'runAsUser',
    'runAsGroup',
    'fsGroup',
    'fsGroupChangePolicy',
    'seccompProfile',
  ],
  'core.v1.ResourceRequirements': ['requests', 'limits'],
  'core.v1.ServicePort': ['name', 'port', 'targetPort', 'protocol'],
  'core.v1.ServiceSpec': ['selector', 'ports', 'type'],
  'apps.v1.DeploymentSpec': ['replicas', 'selector', 'strategy', 'template'],
  'meta.v1.ObjectMeta': ['name', 'namespace', 'labels', 'annotations', 'generateName'],
  'meta.v1.LabelSelector': ['matchLabels', 'matchExpressions'],
};
const ofAnyKind = ['apiVersion', 'kind', 'metadata', 'spec', 'data', 'stringData', 'type'];

/** The fields of a definition that people write most, in the order in which they write them. */
export function usualOrder(definition: string): readonly string[] {
  return own(usual, definition) ?? ofAnyKind;
}
