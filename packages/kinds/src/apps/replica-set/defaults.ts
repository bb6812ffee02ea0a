import type { Decoded, apps } from '@podlint/model';
import { type DefaultTable, type Defaulting, defaultPodTemplate, fillAbsent } from '@podlint/model/defaults';
import { oneReplica } from '../../default-reasons.js';

const replicaSetDefaults: DefaultTable<Decoded<apps.ReplicaSetSpec>> = [['replicas', 1, oneReplica]];

/** pkg/apis/apps/v1/defaults.go, SetDefaults_ReplicaSet. */
export function defaultReplicaSet(object: Decoded<apps.ReplicaSet>, defaulting: Defaulting): void {
  const spec = (object.spec ??= {});
  fillAbsent(spec, replicaSetDefaults, defaulting);
  defaultPodTemplate(spec, defaulting);
}
