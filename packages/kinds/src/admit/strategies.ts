import type { Kind } from '@podlint/model';
import {
  configMapStrategy,
  cronJobStrategy,
  daemonSetStrategy,
  deploymentStrategy,
  jobStrategy,
  podStrategy,
  podTemplateStrategy,
  replicaSetStrategy,
  replicationControllerStrategy,
  secretStrategy,
  statefulSetStrategy,
  type Strategy,
} from '@podlint/validation';

/** Each kind's strategy; the kind decides the type of the objects that it gets. */
const strategies: ReadonlyMap<string, Strategy> = new Map<string, Strategy>([
  ['Pod', podStrategy],
  ['PodTemplate', podTemplateStrategy],
  ['ReplicationController', replicationControllerStrategy],
  ['ReplicaSet', replicaSetStrategy],
  ['Deployment', deploymentStrategy],
  ['StatefulSet', statefulSetStrategy],
  ['DaemonSet', daemonSetStrategy],
  ['Job', jobStrategy],
  ['CronJob', cronJobStrategy],
  ['ConfigMap', configMapStrategy],
  ['Secret', secretStrategy],
]);

export function strategyOf(kind: Kind): Strategy {
  const strategy = strategies.get(kind.kind);
  if (!strategy) throw new Error(`no strategy for the kind ${kind.kind}`);
  return strategy;
}
