import { isEnabled } from '../feature-gates.js';
import type { Decoded, apps, core } from '../types.js';
import type { Minor } from '../versions.js';
import { fill, fillAbsent, fillUnset, type DefaultTable } from './fill.js';
import { fillLabels } from './labels.js';
import type { Place } from './place.js';
import { defaultPodSpec, defaultPodTemplate } from './pod-spec.js';
import { defaultClaimTemplate } from './volume.js';

const oneReplica = 'one pod, unless more are asked for';
const historyKept = 'ten old revisions are kept to roll back to';
const rollingUpdate = 'pods are replaced a few at a time';

/** PodTemplate. */
export function defaultPodTemplateObject(
  object: Decoded<core.PodTemplate>,
  minor: Minor,
  place: Place | undefined,
): void {
  defaultPodTemplate(object, minor, place);
}

const replicationControllerDefaults: DefaultTable<Decoded<core.ReplicationControllerSpec>> = [
  ['replicas', 1, oneReplica],
];

/** pkg/apis/core/v1/defaults.go, SetDefaults_ReplicationController; its template is a pointer and may be missing. */
export function defaultReplicationController(
  object: Decoded<core.ReplicationController>,
  minor: Minor,
  place: Place | undefined,
): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  const labels = spec.template?.metadata?.labels;
  fillLabels(spec, 'selector', labels, at, "the template's labels select the pods");
  fillLabels(
    (object.metadata ??= {}),
    'labels',
    labels,
    place?.child('metadata'),
    "the template's labels, because the object has none",
  );
  fillAbsent(spec, replicationControllerDefaults, at);
  if (spec.template) defaultPodSpec((spec.template.spec ??= {}), minor, at?.child('template', 'spec'));
}

const replicaSetDefaults: DefaultTable<Decoded<apps.ReplicaSetSpec>> = [['replicas', 1, oneReplica]];

/** pkg/apis/apps/v1/defaults.go, SetDefaults_ReplicaSet. */
export function defaultReplicaSet(object: Decoded<apps.ReplicaSet>, minor: Minor, place: Place | undefined): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  fillAbsent(spec, replicaSetDefaults, at);
  defaultPodTemplate(spec, minor, at);
}

const deploymentDefaults: DefaultTable<Decoded<apps.DeploymentSpec>> = [
  ['replicas', 1, oneReplica],
  ['revisionHistoryLimit', 10, historyKept],
  ['progressDeadlineSeconds', 600, 'a rollout without progress for ten minutes is reported as stuck'],
];
const strategyDefaults: DefaultTable<Decoded<apps.DeploymentStrategy>> = [['type', 'RollingUpdate', rollingUpdate]];
const rollingDeploymentDefaults: DefaultTable<Decoded<apps.RollingUpdateDeployment>> = [
  ['maxUnavailable', '25%', 'a quarter of the pods may be missing during an update'],
  ['maxSurge', '25%', 'a quarter more pods may run during an update'],
];

/** SetDefaults_Deployment. */
export function defaultDeployment(object: Decoded<apps.Deployment>, minor: Minor, place: Place | undefined): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  fillAbsent(spec, deploymentDefaults, at);
  const strategy = (spec.strategy ??= {});
  fillUnset(strategy, strategyDefaults, at?.child('strategy'));
  if (strategy.type === 'RollingUpdate')
    fillAbsent((strategy.rollingUpdate ??= {}), rollingDeploymentDefaults, at?.child('strategy', 'rollingUpdate'));
  defaultPodTemplate(spec, minor, at);
}

const daemonSetDefaults: DefaultTable<Decoded<apps.DaemonSetSpec>> = [['revisionHistoryLimit', 10, historyKept]];
const daemonSetStrategyDefaults: DefaultTable<Decoded<apps.DaemonSetUpdateStrategy>> = [
  ['type', 'RollingUpdate', rollingUpdate],
];
const rollingDaemonSetDefaults: DefaultTable<Decoded<apps.RollingUpdateDaemonSet>> = [
  ['maxUnavailable', 1, 'one node at a time goes without its pod during an update'],
  ['maxSurge', 0, 'no node runs two pods during an update'],
];

/** SetDefaults_DaemonSet. */
export function defaultDaemonSet(object: Decoded<apps.DaemonSet>, minor: Minor, place: Place | undefined): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  fillAbsent(spec, daemonSetDefaults, at);
  const strategy = (spec.updateStrategy ??= {});
  fillUnset(strategy, daemonSetStrategyDefaults, at?.child('updateStrategy'));
  if (strategy.type === 'RollingUpdate')
    fillAbsent((strategy.rollingUpdate ??= {}), rollingDaemonSetDefaults, at?.child('updateStrategy', 'rollingUpdate'));
  defaultPodTemplate(spec, minor, at);
}

const podManagementDefaults: DefaultTable<Decoded<apps.StatefulSetSpec>> = [
  ['podManagementPolicy', 'OrderedReady', 'pods are started one after the other'],
];
const statefulSetDefaults: DefaultTable<Decoded<apps.StatefulSetSpec>> = [
  ['replicas', 1, oneReplica],
  ['revisionHistoryLimit', 10, historyKept],
];
const claimRetentionDefaults: DefaultTable<Decoded<apps.StatefulSetPersistentVolumeClaimRetentionPolicy>> = [
  ['whenDeleted', 'Retain', 'claims outlive the StatefulSet'],
  ['whenScaled', 'Retain', 'claims outlive pods that are scaled away'],
];

/** SetDefaults_StatefulSet. */
export function defaultStatefulSet(object: Decoded<apps.StatefulSet>, minor: Minor, place: Place | undefined): void {
  const spec = (object.spec ??= {});
  const at = place?.child('spec');
  fillUnset(spec, podManagementDefaults, at);
  fillAbsent(spec, statefulSetDefaults, at);
  defaultStatefulSetStrategy((spec.updateStrategy ??= {}), minor, at?.child('updateStrategy'));
  fillUnset(
    (spec.persistentVolumeClaimRetentionPolicy ??= {}),
    claimRetentionDefaults,
    at?.child('persistentVolumeClaimRetentionPolicy'),
  );
  defaultPodTemplate(spec, minor, at);
  spec.volumeClaimTemplates?.forEach((template, index) =>
    defaultVolumeClaim(template, at?.child('volumeClaimTemplates').index(index)),
  );
}

const partitionDefaults: DefaultTable<Decoded<apps.RollingUpdateStatefulSetStrategy>> = [
  ['partition', 0, 'every pod is updated'],
];
const maxUnavailableDefaults: DefaultTable<Decoded<apps.RollingUpdateStatefulSetStrategy>> = [
  ['maxUnavailable', 1, 'one pod at a time may be missing during an update'],
];

/** Numbers are filled in where `rollingUpdate` is written, or where not even a type is. */
function defaultStatefulSetStrategy(
  strategy: Decoded<apps.StatefulSetUpdateStrategy>,
  minor: Minor,
  place: Place | undefined,
): void {
  if (!strategy.type) {
    fill(strategy, 'type', 'RollingUpdate', place, rollingUpdate);
    strategy.rollingUpdate ??= {};
  }
  if (strategy.type !== 'RollingUpdate' || !strategy.rollingUpdate) return;
  const at = place?.child('rollingUpdate');
  fillAbsent(strategy.rollingUpdate, partitionDefaults, at);
  if (isEnabled('MaxUnavailableStatefulSet', minor)) fillAbsent(strategy.rollingUpdate, maxUnavailableDefaults, at);
}

const claimStatusDefaults: DefaultTable<Decoded<core.PersistentVolumeClaimStatus>> = [
  ['phase', 'Pending', 'a claim that is not bound yet'],
];

/** SetDefaults_PersistentVolumeClaim, SetDefaults_PersistentVolumeClaimSpec. */
function defaultVolumeClaim(claim: Decoded<core.PersistentVolumeClaim>, place: Place | undefined): void {
  fillUnset((claim.status ??= {}), claimStatusDefaults, place?.child('status'));
  defaultClaimTemplate(claim, place);
}
