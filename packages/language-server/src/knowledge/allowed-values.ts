import { isEnabled, type FeatureGate, type Minor } from '@podlint/model';

/**
 * Words that a field takes, by its definition and name. What the server of some versions alone takes stands behind its
 * gate.
 */
type Word = string | { readonly word: string; readonly gate: FeatureGate };

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const restartPolicies = ['Always', 'OnFailure', 'Never'];
const schemes = ['HTTP', 'HTTPS'];
const profileTypes = ['RuntimeDefault', 'Localhost', 'Unconfined'];
const protocols = ['TCP', 'UDP', 'SCTP'];
const retentions = ['Retain', 'Delete'];
const accessModes = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];
const inclusionPolicies = ['Honor', 'Ignore'];

/**
 * Most come from packages/validation, and a test holds each of them to it; those of kinds that podlint does not judge
 * are from the types of k8s.io/api (core/v1, networking/v1, policy/v1, autoscaling/v2).
 */
const table: Readonly<Record<string, readonly Word[]>> = {
  'apps.v1.DaemonSetUpdateStrategy.type': ['RollingUpdate', 'OnDelete'],
  'apps.v1.DeploymentStrategy.type': ['RollingUpdate', 'Recreate'],
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': retentions,
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': retentions,
  'apps.v1.StatefulSetSpec.podManagementPolicy': ['OrderedReady', 'Parallel'],
  'apps.v1.StatefulSetUpdateStrategy.type': ['RollingUpdate', 'OnDelete'],
  'autoscaling.v2.MetricSpec.type': ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'],
  'autoscaling.v2.MetricTarget.type': ['Utilization', 'Value', 'AverageValue'],
  'batch.v1.CronJobSpec.concurrencyPolicy': ['Allow', 'Forbid', 'Replace'],
  'batch.v1.JobSpec.completionMode': ['NonIndexed', 'Indexed'],
  'batch.v1.JobSpec.podReplacementPolicy': ['TerminatingOrFailed', 'Failed'],
  'batch.v1.PodFailurePolicyOnExitCodesRequirement.operator': ['In', 'NotIn'],
  'batch.v1.PodFailurePolicyOnPodConditionsPattern.status': ['True', 'False', 'Unknown'],
  'batch.v1.PodFailurePolicyRule.action': ['FailJob', 'FailIndex', 'Ignore', 'Count'],
  'core.v1.AppArmorProfile.type': profileTypes,
  'core.v1.AzureDiskVolumeSource.cachingMode': ['None', 'ReadOnly', 'ReadWrite'],
  'core.v1.AzureDiskVolumeSource.kind': ['Shared', 'Dedicated', 'Managed'],
  'core.v1.Container.imagePullPolicy': pullPolicies,
  'core.v1.Container.restartPolicy': restartPolicies,
  'core.v1.Container.terminationMessagePolicy': ['File', 'FallbackToLogsOnError'],
  'core.v1.ContainerPort.protocol': protocols,
  'core.v1.ContainerResizePolicy.resourceName': ['cpu', 'memory'],
  'core.v1.ContainerResizePolicy.restartPolicy': ['NotRequired', 'RestartContainer'],
  'core.v1.ContainerRestartRule.action': [
    'Restart',
    { word: 'RestartAllContainers', gate: 'RestartAllContainersOnContainerExits' },
  ],
  'core.v1.ContainerRestartRuleOnExitCodes.operator': ['In', 'NotIn'],
  'core.v1.EphemeralContainer.imagePullPolicy': pullPolicies,
  'core.v1.EphemeralContainer.terminationMessagePolicy': ['File', 'FallbackToLogsOnError'],
  'core.v1.HTTPGetAction.scheme': schemes,
  'core.v1.HostPathVolumeSource.type': [
    'DirectoryOrCreate',
    'Directory',
    'FileOrCreate',
    'File',
    'Socket',
    'CharDevice',
    'BlockDevice',
  ],
  'core.v1.ImageVolumeSource.pullPolicy': pullPolicies,
  'core.v1.NodeSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'],
  'core.v1.ObjectFieldSelector.apiVersion': ['v1'],
  'core.v1.PersistentVolumeClaimSpec.accessModes': accessModes,
  'core.v1.PersistentVolumeClaimSpec.volumeMode': ['Filesystem', 'Block'],
  'core.v1.PersistentVolumeSpec.accessModes': accessModes,
  'core.v1.PersistentVolumeSpec.persistentVolumeReclaimPolicy': ['Retain', 'Delete', 'Recycle'],
  'core.v1.PersistentVolumeSpec.volumeMode': ['Filesystem', 'Block'],
  'core.v1.PodCertificateProjection.keyType': ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'],
  'core.v1.PodOS.name': ['linux', 'windows'],
  'core.v1.PodSecurityContext.fsGroupChangePolicy': ['OnRootMismatch', 'Always'],
  'core.v1.PodSecurityContext.seLinuxChangePolicy': ['Recursive', { word: 'MountOption', gate: 'SELinuxMount' }],
  'core.v1.PodSecurityContext.supplementalGroupsPolicy': ['Merge', 'Strict'],
  'core.v1.PodSpec.dnsPolicy': ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'],
  'core.v1.PodSpec.preemptionPolicy': ['PreemptLowerPriority', 'Never'],
  'core.v1.PodSpec.restartPolicy': restartPolicies,
  'core.v1.SeccompProfile.type': profileTypes,
  'core.v1.SecurityContext.procMount': ['Default', 'Unmasked'],
  'core.v1.ServicePort.protocol': protocols,
  'core.v1.ServiceSpec.externalTrafficPolicy': ['Cluster', 'Local'],
  'core.v1.ServiceSpec.internalTrafficPolicy': ['Cluster', 'Local'],
  'core.v1.ServiceSpec.ipFamilies': ['IPv4', 'IPv6'],
  'core.v1.ServiceSpec.ipFamilyPolicy': ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
  'core.v1.ServiceSpec.sessionAffinity': ['None', 'ClientIP'],
  'core.v1.ServiceSpec.type': ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
  'core.v1.Toleration.effect': ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
  'core.v1.Toleration.operator': [
    'Equal',
    'Exists',
    { word: 'Lt', gate: 'TaintTolerationComparisonOperators' },
    { word: 'Gt', gate: 'TaintTolerationComparisonOperators' },
  ],
  'core.v1.TopologySpreadConstraint.nodeAffinityPolicy': inclusionPolicies,
  'core.v1.TopologySpreadConstraint.nodeTaintsPolicy': inclusionPolicies,
  'core.v1.TopologySpreadConstraint.whenUnsatisfiable': ['DoNotSchedule', 'ScheduleAnyway'],
  'core.v1.VolumeMount.mountPropagation': ['None', 'HostToContainer', 'Bidirectional'],
  'core.v1.VolumeMount.recursiveReadOnly': ['Disabled', 'IfPossible', 'Enabled'],
  'meta.v1.LabelSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  'networking.v1.HTTPIngressPath.pathType': ['Prefix', 'Exact', 'ImplementationSpecific'],
  'networking.v1.NetworkPolicyPort.protocol': protocols,
  'networking.v1.NetworkPolicySpec.policyTypes': ['Ingress', 'Egress'],
  'policy.v1.PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy': ['IfHealthyBudget', 'AlwaysAllow'],
};

/** The fields that have words of their own: `core.v1.Container.imagePullPolicy`. */
export const fieldsWithWords: readonly string[] = Object.keys(table);

/** The words that a field (or each item of a list) takes; undefined for a field that takes others too. */
export function allowedValues(owner: string, name: string, minor: Minor): readonly string[] | undefined {
  const words = table[`${owner}.${name}`];
  return words?.flatMap((word) => (typeof word === 'string' ? [word] : isEnabled(word.gate, minor) ? [word.word] : []));
}
