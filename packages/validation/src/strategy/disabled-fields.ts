import type { FeatureGate, Minor } from '@podlint/model';

/**
 * Fields that the server removes from new objects while their feature gate is off. Gates that are on in every version
 * that podlint knows are left out.
 * `fields` are patterns from the pod's spec, or from the workload's object, down.
 */
export interface DisabledFields {
  readonly gate: FeatureGate;
  readonly fields: readonly string[];
  /** The object that held the field goes too when nothing else is left in it. */
  readonly emptiedOwner?: 'removed';
  /** A value that has been there longer than the gate, and stays. */
  readonly except?: unknown;
  /** Older versions know the gate, and leave the fields alone. */
  readonly since?: Minor;
}

/** The fields of every container of a pod, whichever list it is in. */
export function inEachContainer(...fields: readonly string[]): string[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    fields.map((field) => `${list}[].${field}`),
  );
}

const podAffinityTerms = ['podAffinity', 'podAntiAffinity'].flatMap((affinity) => [
  `affinity.${affinity}.requiredDuringSchedulingIgnoredDuringExecution[]`,
  `affinity.${affinity}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm`,
]);

/** dropDisabledFields, pkg/api/pod/util.go. */
export const disabledPodFields: readonly DisabledFields[] = [
  { gate: 'UserNamespacesSupport', fields: ['hostUsers'] },
  { gate: 'SupplementalGroupsPolicy', fields: ['securityContext.supplementalGroupsPolicy'] },
  { gate: 'SELinuxChangePolicy', fields: ['securityContext.seLinuxChangePolicy'] },
  { gate: 'PodLevelResources', fields: ['resources'] },
  { gate: 'HostnameOverride', fields: ['hostnameOverride'] },
  // The field changed its name in 1.36, while the gate was still off.
  { gate: 'GenericWorkload', fields: ['workloadRef', 'schedulingGroup'] },
  {
    gate: 'MatchLabelKeysInPodAffinity',
    fields: podAffinityTerms.flatMap((term) => [`${term}.matchLabelKeys`, `${term}.mismatchLabelKeys`]),
  },
  { gate: 'DynamicResourceAllocation', fields: ['resourceClaims', ...inEachContainer('resources.claims')] },
  { gate: 'ClusterTrustBundleProjection', fields: ['volumes[].projected.sources[].clusterTrustBundle'] },
  { gate: 'PodCertificateRequest', fields: ['volumes[].projected.sources[].podCertificate'] },
  { gate: 'InPlacePodVerticalScaling', fields: inEachContainer('resizePolicy') },
  { gate: 'ContainerRestartRules', fields: inEachContainer('restartPolicyRules') },
  { gate: 'ContainerRestartRules', fields: ['containers[].restartPolicy', 'ephemeralContainers[].restartPolicy'] },
  { gate: 'ContainerRestartRules', fields: ['initContainers[].restartPolicy'], except: 'Always' },
  { gate: 'RecursiveReadOnlyMounts', fields: inEachContainer('volumeMounts[].recursiveReadOnly') },
  { gate: 'EnvFiles', fields: inEachContainer('env[].valueFrom.fileKeyRef') },
  // In 1.29, the only version in which this gate is off, the emptied handler stays, and is then found wanting.
  { gate: 'PodLifecycleSleepAction', fields: inEachContainer('lifecycle.preStop.sleep', 'lifecycle.postStart.sleep') },
  { gate: 'ContainerStopSignals', fields: inEachContainer('lifecycle.stopSignal'), emptiedOwner: 'removed' },
];
