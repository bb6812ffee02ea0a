import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedValues, fieldsWithWords } from '@podlint/schema/allowed-values';
import { installLateChecks } from '@podlint/policy/late';
import { definitionOf } from '@podlint/schema';
import { fieldErrorsOf, type Manifest } from '../kit/server-errors.js';
import { wordsOfSurroundingKinds, type Sample } from './words-of-surrounding-kinds.js';

const container = { name: 'a', image: 'a', imagePullPolicy: 'Always', terminationMessagePolicy: 'File' };
const spec = { containers: [container], restartPolicy: 'Always', dnsPolicy: 'ClusterFirst' };
const template = { metadata: { labels: { a: 'b' } }, spec };
const apps = { selector: { matchLabels: { a: 'b' } }, template };

const pod = (more: object): Manifest => ({ kind: 'Pod', metadata: { name: 'a' }, spec: { ...spec, ...more } });
const inContainer = (more: object): Manifest => pod({ containers: [{ ...container, ...more }] });
const volume = (source: object): Manifest => pod({ volumes: [{ name: 'v', ...source }] });
const job = (more: object): Manifest => ({
  kind: 'Job',
  metadata: { name: 'a' },
  spec: { completions: 1, template: { spec: { ...spec, restartPolicy: 'Never' } }, ...more },
});
const workload = (kind: string, more: object): Manifest => ({
  kind,
  metadata: { name: 'a' },
  spec: { ...apps, ...more },
});
const claim = (more: object): Manifest =>
  volume({
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...more },
      },
    },
  });
const constraint = (more: object): Manifest =>
  pod({
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, ...more },
    ],
  });
const nodeTerm = (expression: object): Manifest =>
  pod({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [expression] }] },
      },
    },
  });

installLateChecks();

/** A manifest with a word in each field. */
const sample: Readonly<Record<string, Sample>> = {
  'apps.v1.DaemonSetUpdateStrategy.type': (type) => workload('DaemonSet', { updateStrategy: { type } }),
  'apps.v1.DeploymentStrategy.type': (type) => workload('Deployment', { strategy: { type } }),
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': (whenDeleted) =>
    workload('StatefulSet', { persistentVolumeClaimRetentionPolicy: { whenDeleted } }),
  'apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': (whenScaled) =>
    workload('StatefulSet', { persistentVolumeClaimRetentionPolicy: { whenScaled } }),
  'apps.v1.StatefulSetSpec.podManagementPolicy': (podManagementPolicy) =>
    workload('StatefulSet', { podManagementPolicy }),
  'apps.v1.StatefulSetUpdateStrategy.type': (type) => workload('StatefulSet', { updateStrategy: { type } }),
  'batch.v1.CronJobSpec.concurrencyPolicy': (concurrencyPolicy) => ({
    kind: 'CronJob',
    metadata: { name: 'a' },
    spec: {
      schedule: '@daily',
      concurrencyPolicy,
      jobTemplate: { spec: { template: { spec: { ...spec, restartPolicy: 'Never' } } } },
    },
  }),
  'batch.v1.JobSpec.completionMode': (completionMode) => job({ completionMode }),
  'batch.v1.JobSpec.podReplacementPolicy': (podReplacementPolicy) => job({ podReplacementPolicy }),
  'batch.v1.PodFailurePolicyOnExitCodesRequirement.operator': (operator) =>
    job({ podFailurePolicy: { rules: [{ action: 'Ignore', onExitCodes: { operator, values: [1] } }] } }),
  'batch.v1.PodFailurePolicyOnPodConditionsPattern.status': (status) =>
    job({ podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'A', status }] }] } }),
  'batch.v1.PodFailurePolicyRule.action': (action) =>
    job({
      backoffLimitPerIndex: 1,
      completionMode: 'Indexed',
      podFailurePolicy: { rules: [{ action, onExitCodes: { operator: 'In', values: [1] } }] },
    }),
  'core.v1.AppArmorProfile.type': (type) =>
    inContainer({
      securityContext: { appArmorProfile: { type, ...(type === 'Localhost' && { localhostProfile: 'a' }) } },
    }),
  'core.v1.AzureDiskVolumeSource.cachingMode': (cachingMode) =>
    volume({ azureDisk: { diskName: 'a', diskURI: 'https://a', kind: 'Shared', cachingMode } }),
  'core.v1.AzureDiskVolumeSource.kind': (kind) =>
    volume({ azureDisk: { diskName: 'a', diskURI: kind === 'Managed' ? '/subscriptions/a' : 'https://a', kind } }),
  'core.v1.Container.imagePullPolicy': (imagePullPolicy) => inContainer({ imagePullPolicy }),
  'core.v1.Container.restartPolicy': (restartPolicy) => inContainer({ restartPolicy }),
  'core.v1.Container.terminationMessagePolicy': (terminationMessagePolicy) => inContainer({ terminationMessagePolicy }),
  'core.v1.ContainerPort.protocol': (protocol) => inContainer({ ports: [{ containerPort: 1, protocol }] }),
  'core.v1.ContainerResizePolicy.resourceName': (resourceName) =>
    inContainer({ resizePolicy: [{ resourceName, restartPolicy: 'NotRequired' }] }),
  'core.v1.ContainerResizePolicy.restartPolicy': (restartPolicy) =>
    inContainer({ resizePolicy: [{ resourceName: 'cpu', restartPolicy }] }),
  'core.v1.ContainerRestartRule.action': (action) =>
    inContainer({
      restartPolicy: 'Never',
      restartPolicyRules: [{ action, exitCodes: { operator: 'In', values: [1] } }],
    }),
  'core.v1.ContainerRestartRuleOnExitCodes.operator': (operator) =>
    inContainer({
      restartPolicy: 'Never',
      restartPolicyRules: [{ action: 'Restart', exitCodes: { operator, values: [1] } }],
    }),
  'core.v1.HTTPGetAction.scheme': (scheme) =>
    inContainer({ livenessProbe: { httpGet: { port: 1, path: '/', scheme } } }),
  'core.v1.HostPathVolumeSource.type': (type) => volume({ hostPath: { path: '/a', type } }),
  'core.v1.ImageVolumeSource.pullPolicy': (pullPolicy) => volume({ image: { reference: 'a', pullPolicy } }),
  'core.v1.NodeSelectorRequirement.operator': (operator) =>
    nodeTerm({ key: 'a', operator, ...(/^(Not)?In$|^[GL]t$/.test(operator) && { values: ['1'] }) }),
  'core.v1.PersistentVolumeClaimSpec.accessModes': (mode) => claim({ accessModes: [mode] }),
  'core.v1.PersistentVolumeClaimSpec.volumeMode': (volumeMode) => claim({ volumeMode }),
  'core.v1.PodCertificateProjection.keyType': (keyType) =>
    volume({
      projected: { sources: [{ podCertificate: { signerName: 'a.b/c', keyType, credentialBundlePath: 'a' } }] },
    }),
  'core.v1.PodOS.name': (name) => pod({ os: { name } }),
  'core.v1.PodSecurityContext.fsGroupChangePolicy': (fsGroupChangePolicy) =>
    pod({ securityContext: { fsGroupChangePolicy } }),
  'core.v1.PodSecurityContext.seLinuxChangePolicy': (seLinuxChangePolicy) =>
    pod({ securityContext: { seLinuxChangePolicy } }),
  'core.v1.PodSecurityContext.supplementalGroupsPolicy': (supplementalGroupsPolicy) =>
    pod({ securityContext: { supplementalGroupsPolicy } }),
  'core.v1.PodSpec.dnsPolicy': (dnsPolicy) =>
    pod({ dnsPolicy, ...(dnsPolicy === 'None' && { dnsConfig: { nameservers: ['1.1.1.1'] } }) }),
  'core.v1.PodSpec.preemptionPolicy': (preemptionPolicy) => pod({ preemptionPolicy }),
  'core.v1.PodSpec.restartPolicy': (restartPolicy) => pod({ restartPolicy }),
  'core.v1.SeccompProfile.type': (type) =>
    inContainer({
      securityContext: { seccompProfile: { type, ...(type === 'Localhost' && { localhostProfile: 'a' }) } },
    }),
  'core.v1.SecurityContext.procMount': (procMount) =>
    pod({ hostUsers: false, containers: [{ ...container, securityContext: { procMount } }] }),
  'core.v1.Toleration.effect': (effect) => pod({ tolerations: [{ key: 'a', operator: 'Exists', effect }] }),
  'core.v1.Toleration.operator': (operator) =>
    pod({ tolerations: [{ key: 'a', operator, ...(operator !== 'Exists' && { value: '1' }) }] }),
  'core.v1.TopologySpreadConstraint.nodeAffinityPolicy': (nodeAffinityPolicy) => constraint({ nodeAffinityPolicy }),
  'core.v1.TopologySpreadConstraint.nodeTaintsPolicy': (nodeTaintsPolicy) => constraint({ nodeTaintsPolicy }),
  'core.v1.TopologySpreadConstraint.whenUnsatisfiable': (whenUnsatisfiable) => constraint({ whenUnsatisfiable }),
  'core.v1.VolumeMount.mountPropagation': (mountPropagation) =>
    pod({
      volumes: [{ name: 'v', emptyDir: {} }],
      containers: [
        {
          ...container,
          securityContext: { privileged: true },
          volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation }],
        },
      ],
    }),
  'core.v1.VolumeMount.recursiveReadOnly': (recursiveReadOnly) =>
    pod({
      volumes: [{ name: 'v', emptyDir: {} }],
      containers: [
        {
          ...container,
          volumeMounts: [{ name: 'v', mountPath: '/a', readOnly: true, mountPropagation: 'None', recursiveReadOnly }],
        },
      ],
    }),
  'meta.v1.LabelSelectorRequirement.operator': (operator) =>
    pod({
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'a',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: {
            matchExpressions: [{ key: 'a', operator, ...(/^(Not)?In$/.test(operator) && { values: ['1'] }) }],
          },
        },
      ],
    }),
  ...wordsOfSurroundingKinds,
};

/**
 * Of a definition that is no part of what podlint judges, or of containers and a status that no manifest has; the sole value of a
 * field that is a constant; behind a gate that is off in every version (ContainerStopSignals).
 */
const unheld = (field: string): boolean => {
  const owner = field.slice(0, field.lastIndexOf('.'));
  return (
    definitionOf(owner) === undefined ||
    owner === 'core.v1.EphemeralContainer' ||
    owner === 'resource.v1.DeviceAllocationConfiguration' ||
    field === 'core.v1.ObjectFieldSelector.apiVersion' ||
    field === 'core.v1.Lifecycle.stopSignal'
  );
};

/** Behind a gate that is off: nothing is said to what is dropped. */
const droppedUntil37 = ['core.v1.PodCertificateProjection.keyType'];

for (const field of fieldsWithWords) {
  if (unheld(field)) continue;
  test(`the server takes the words of ${field}, and no other`, () => {
    const make = sample[field]!;
    const dot = field.lastIndexOf('.');
    for (const minor of droppedUntil37.includes(field) ? [37] : [36, 37]) {
      const words = allowedValues(field.slice(0, dot), field.slice(dot + 1), minor)!;
      for (const word of words) assert.deepEqual(fieldErrorsOf(make(word), minor), [], word);
      assert.notDeepEqual(fieldErrorsOf(make('Nonsense'), minor), []);
    }
  });
}
