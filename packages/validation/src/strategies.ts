import type { Kind } from '@podlint/model';
import { configMapStrategy } from './config/config-map.js';
import { secretStrategy } from './config/secret.js';
import type { Strategy } from './strategy.js';
import { cronJobStrategy } from './workloads/cron-job.js';
import { daemonSetStrategy } from './workloads/daemon-set.js';
import { deploymentStrategy } from './workloads/deployment.js';
import { jobStrategy } from './workloads/job.js';
import { podStrategy } from './workloads/pod.js';
import { podTemplateStrategy } from './workloads/pod-template.js';
import { replicaSetStrategy } from './workloads/replica-set.js';
import { replicationControllerStrategy } from './workloads/replication-controller.js';
import { statefulSetStrategy } from './workloads/stateful-set.js';

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
