/** Structs that a single value says enough of: `configMapRef: settings` means its name. */
export const mainFields: Readonly<Record<string, string>> = {
  'apps.v1.DaemonSetUpdateStrategy': 'type',
  'apps.v1.DeploymentStrategy': 'type',
  'apps.v1.StatefulSetUpdateStrategy': 'type',
  'core.v1.AppArmorProfile': 'type',
  'core.v1.CSIVolumeSource': 'driver',
  'core.v1.ConfigMapEnvSource': 'name',
  'core.v1.ConfigMapProjection': 'name',
  'core.v1.ConfigMapVolumeSource': 'name',
  'core.v1.ContainerPort': 'containerPort',
  'core.v1.DownwardAPIVolumeSource': 'items',
  'core.v1.ExecAction': 'command',
  'core.v1.GRPCAction': 'port',
  'core.v1.HTTPGetAction': 'port',
  'core.v1.HostPathVolumeSource': 'path',
  'core.v1.ImageVolumeSource': 'reference',
  'core.v1.LifecycleHandler': 'exec.command',
  'core.v1.LocalObjectReference': 'name',
  'core.v1.LocalVolumeSource': 'path',
  'core.v1.NodeSelector': 'nodeSelectorTerms',
  'core.v1.ObjectFieldSelector': 'fieldPath',
  'core.v1.ObjectReference': 'name',
  'core.v1.PersistentVolumeClaimVolumeSource': 'claimName',
  'core.v1.PodDNSConfig': 'nameservers',
  'core.v1.PodOS': 'name',
  'core.v1.Probe': 'exec.command',
  'core.v1.ProjectedVolumeSource': 'sources',
  'core.v1.SeccompProfile': 'type',
  'core.v1.SecretEnvSource': 'name',
  'core.v1.SecretProjection': 'name',
  'core.v1.SecretVolumeSource': 'secretName',
  'core.v1.ServicePort': 'port',
  'core.v1.SleepAction': 'seconds',
  'core.v1.TCPSocketAction': 'port',
  'networking.v1.NetworkPolicyPort': 'port',
};

/** Items of lists that other tools write as the entries of a mapping: the field of the key, and the one of the value. */
export const entryFields: Readonly<Record<string, readonly [key: string, value?: string]>> = {
  'core.v1.Container': ['name'],
  'core.v1.ContainerPort': ['name', 'containerPort'],
  'core.v1.EnvVar': ['name', 'value'],
  'core.v1.HTTPHeader': ['name', 'value'],
  'core.v1.HostAlias': ['ip', 'hostnames'],
  'core.v1.KeyToPath': ['key', 'path'],
  'core.v1.PodDNSConfigOption': ['name', 'value'],
  'core.v1.ServicePort': ['name', 'port'],
  'core.v1.Sysctl': ['name', 'value'],
  'core.v1.Volume': ['name'],
  'core.v1.VolumeMount': ['name', 'mountPath'],
};

/** A text that says several fields of an item, as other tools write it. */
export interface ItemText {
  readonly pattern: RegExp;
  /** The fields, by the groups of the pattern. */
  readonly fields: readonly string[];
  /** Whether all of the text is in the fields. */
  readonly whole: boolean;
}

export const itemTexts: Readonly<Record<string, readonly ItemText[]>> = {
  'core.v1.EnvVar': [{ pattern: /^([A-Za-z_][\w.-]*)=(.*)$/s, fields: ['name', 'value'], whole: true }],
  // A published port of docker-compose, whose right side is the container's.
  'core.v1.ContainerPort': [
    { pattern: /^(\d{1,5})(?:\/tcp)?$/i, fields: ['containerPort'], whole: true },
    { pattern: /^(?:[\d.]+:)?\d{1,5}:(\d{1,5})$/, fields: ['containerPort'], whole: false },
  ],
  'core.v1.ServicePort': [{ pattern: /^(\d{1,5}):(\d{1,5})$/, fields: ['port', 'targetPort'], whole: true }],
  'core.v1.HTTPHeader': [{ pattern: /^([\w-]+): *((?! ).*)$/, fields: ['name', 'value'], whole: true }],
  'core.v1.HostAlias': [
    { pattern: /^([a-z][\w.-]*)[:=]([\d.]+)$/, fields: ['hostnames', 'ip'], whole: true },
    { pattern: /^([\d.]+)\s+([a-z][\w.-]*)$/, fields: ['ip', 'hostnames'], whole: true },
  ],
  'core.v1.KeyToPath': [{ pattern: /^(?=([\w.-]+)$)([\w.-]+)$/, fields: ['key', 'path'], whole: true }],
  'core.v1.Sysctl': [{ pattern: /^([\w./-]+)=(.+)$/, fields: ['name', 'value'], whole: true }],
  'core.v1.VolumeMount': [{ pattern: /^([a-z][a-z0-9-]*):(\/[^:]*)$/, fields: ['name', 'mountPath'], whole: true }],
};
