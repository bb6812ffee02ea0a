import type { KindModule } from './kind-module.js';
import { daemonSet } from './apps/daemon-set/index.js';
import { deployment } from './apps/deployment/index.js';
import { replicaSet } from './apps/replica-set/index.js';
import { statefulSet } from './apps/stateful-set/index.js';
import { cronJob } from './batch/cron-job/index.js';
import { job } from './batch/job/index.js';
import { configMap } from './core/config-map/index.js';
import { pod } from './core/pod/index.js';
import { podTemplate } from './core/pod-template/index.js';
import { replicationController } from './core/replication-controller/index.js';
import { secret } from './core/secret/index.js';

/** Definition name -> what the server does with objects of that kind. */
export const kindModules: Readonly<Record<string, KindModule>> = {
  'apps.v1.DaemonSet': daemonSet,
  'apps.v1.Deployment': deployment,
  'apps.v1.ReplicaSet': replicaSet,
  'apps.v1.StatefulSet': statefulSet,
  'batch.v1.CronJob': cronJob,
  'batch.v1.Job': job,
  'core.v1.ConfigMap': configMap,
  'core.v1.Pod': pod,
  'core.v1.PodTemplate': podTemplate,
  'core.v1.ReplicationController': replicationController,
  'core.v1.Secret': secret,
};
