import { type Decoded, type apps, type core, isEnabled } from '@podlint/model';
import {
  type DefaultTable,
  type Defaulting,
  defaultClaimTemplate,
  defaultPodTemplate,
  fill,
  fillAbsent,
  fillUnset,
} from '@podlint/model/defaults';
import { historyKept, oneReplica, rollingUpdate } from '../../default-reasons.js';

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
export function defaultStatefulSet(object: Decoded<apps.StatefulSet>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  fillUnset(spec, podManagementDefaults, defaulting);
  fillAbsent(spec, statefulSetDefaults, defaulting);
  defaultStatefulSetStrategy((spec.updateStrategy ??= {}), defaulting);
  fillUnset((spec.persistentVolumeClaimRetentionPolicy ??= {}), claimRetentionDefaults, defaulting);
  defaultPodTemplate(spec, defaulting);
  spec.volumeClaimTemplates?.forEach((template) => defaultVolumeClaim(template, defaulting));
}

const partitionDefaults: DefaultTable<Decoded<apps.RollingUpdateStatefulSetStrategy>> = [
  ['partition', 0, 'every pod is updated'],
];
const maxUnavailableDefaults: DefaultTable<Decoded<apps.RollingUpdateStatefulSetStrategy>> = [
  ['maxUnavailable', 1, 'one pod at a time may be missing during an update'],
];

/** Numbers are filled in where `rollingUpdate` is written, or where not even a type is. */
function defaultStatefulSetStrategy(strategy: Decoded<apps.StatefulSetUpdateStrategy>, defaulting: Defaulting): void {
  if (!strategy.type) {
    fill(strategy, 'type', 'RollingUpdate', rollingUpdate, defaulting);
    strategy.rollingUpdate ??= {};
  }
  if (strategy.type !== 'RollingUpdate' || !strategy.rollingUpdate) return;
  fillAbsent(strategy.rollingUpdate, partitionDefaults, defaulting);
  if (isEnabled('MaxUnavailableStatefulSet', defaulting.minor))
    fillAbsent(strategy.rollingUpdate, maxUnavailableDefaults, defaulting);
}

const claimStatusDefaults: DefaultTable<Decoded<core.PersistentVolumeClaimStatus>> = [
  ['phase', 'Pending', 'a claim that is not bound yet'],
];

/** SetDefaults_PersistentVolumeClaim, SetDefaults_PersistentVolumeClaimSpec. */
function defaultVolumeClaim(claim: Decoded<core.PersistentVolumeClaim>, defaulting: Defaulting): void {
  fillUnset((claim.status ??= {}), claimStatusDefaults, defaulting);
  defaultClaimTemplate(claim, defaulting);
}
