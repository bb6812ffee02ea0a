import { own } from '@podlint/plain';
import { timeZones } from '@podlint/schemas';
import { environmentFieldPaths, volumeFieldPaths } from '@podlint/validation';

/**
 * Words that a field often has, but need not have. By the definition and name of the field; of a map, its keys under
 * `keys of`.
 */
const words: Readonly<Record<string, readonly string[]>> = {
  'core.v1.Capabilities.add': [
    'NET_BIND_SERVICE',
    'CHOWN',
    'DAC_OVERRIDE',
    'FOWNER',
    'FSETID',
    'KILL',
    'NET_ADMIN',
    'NET_RAW',
    'SETGID',
    'SETUID',
    'SYS_ADMIN',
    'SYS_PTRACE',
    'SYS_TIME',
  ],
  'core.v1.Capabilities.drop': ['ALL', 'NET_RAW'],
  'core.v1.EmptyDirVolumeSource.medium': ['Memory'],
  'core.v1.PodAffinityTerm.topologyKey': [
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
    'topology.kubernetes.io/region',
  ],
  'core.v1.TopologySpreadConstraint.topologyKey': [
    'kubernetes.io/hostname',
    'topology.kubernetes.io/zone',
    'topology.kubernetes.io/region',
  ],
  'core.v1.NodeSelectorRequirement.key': [
    'kubernetes.io/arch',
    'kubernetes.io/hostname',
    'kubernetes.io/os',
    'node.kubernetes.io/instance-type',
    'topology.kubernetes.io/region',
    'topology.kubernetes.io/zone',
  ],
  'core.v1.PodSpec.priorityClassName': ['system-cluster-critical', 'system-node-critical'],
  'core.v1.PodSpec.schedulerName': ['default-scheduler'],
  'core.v1.ResourceFieldSelector.resource': [
    'limits.cpu',
    'limits.memory',
    'limits.ephemeral-storage',
    'requests.cpu',
    'requests.memory',
    'requests.ephemeral-storage',
  ],
  'core.v1.Secret.type': [
    'Opaque',
    'kubernetes.io/tls',
    'kubernetes.io/dockerconfigjson',
    'kubernetes.io/basic-auth',
    'kubernetes.io/ssh-auth',
    'kubernetes.io/service-account-token',
    'bootstrap.kubernetes.io/token',
  ],
  'core.v1.Toleration.key': [
    'node-role.kubernetes.io/control-plane',
    'node.kubernetes.io/not-ready',
    'node.kubernetes.io/unreachable',
    'node.kubernetes.io/memory-pressure',
    'node.kubernetes.io/disk-pressure',
  ],
  'batch.v1.CronJobSpec.schedule': ['@hourly', '@daily', '@weekly', '@monthly', '@yearly', '*/5 * * * *', '0 3 * * *'],
  'batch.v1.CronJobSpec.timeZone': timeZones,
  'batch.v1.PodFailurePolicyOnPodConditionsPattern.type': ['DisruptionTarget'],
  'keys of core.v1.ResourceRequirements.limits': [
    'cpu',
    'memory',
    'ephemeral-storage',
    'hugepages-2Mi',
    'hugepages-1Gi',
  ],
  'keys of core.v1.ResourceRequirements.requests': [
    'cpu',
    'memory',
    'ephemeral-storage',
    'hugepages-2Mi',
    'hugepages-1Gi',
  ],
  'keys of core.v1.PodSpec.overhead': ['cpu', 'memory'],
  'keys of core.v1.VolumeResourceRequirements.requests': ['storage'],
  'keys of core.v1.VolumeResourceRequirements.limits': ['storage'],
  'keys of core.v1.PodSpec.nodeSelector': [
    'kubernetes.io/arch',
    'kubernetes.io/hostname',
    'kubernetes.io/os',
    'node.kubernetes.io/instance-type',
    'topology.kubernetes.io/region',
    'topology.kubernetes.io/zone',
  ],
  'keys of meta.v1.ObjectMeta.labels': [
    'app.kubernetes.io/name',
    'app.kubernetes.io/instance',
    'app.kubernetes.io/version',
    'app.kubernetes.io/component',
    'app.kubernetes.io/part-of',
    'app.kubernetes.io/managed-by',
  ],
  'keys of meta.v1.ObjectMeta.annotations': [
    'podlint.io/disable',
    'kubectl.kubernetes.io/default-container',
    'cluster-autoscaler.kubernetes.io/safe-to-evict',
  ],
};

/**
 * What podlint's own linter would refuse elsewhere: a field path is shown in a variable or in a file, and each shows
 * others.
 */
const fieldPaths: Readonly<Record<string, ReadonlySet<string>>> = {
  'core.v1.EnvVarSource': environmentFieldPaths,
  'core.v1.DownwardAPIVolumeFile': volumeFieldPaths,
};

/** `around`: the definition that holds the field's owner. */
export function knownWords(owner: string, name: string, around: string | undefined): readonly string[] {
  if (owner === 'core.v1.ObjectFieldSelector' && name === 'fieldPath')
    return [...(own(fieldPaths, around ?? '') ?? [])];
  return own(words, `${owner}.${name}`) ?? [];
}

export function knownKeys(owner: string, name: string): readonly string[] {
  return own(words, `keys of ${owner}.${name}`) ?? [];
}
