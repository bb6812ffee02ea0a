/** The definitions of the kinds that podlint judges. */
export const rootDefinitions = [
  'core.v1.Pod',
  'core.v1.PodTemplate',
  'core.v1.ReplicationController',
  'apps.v1.ReplicaSet',
  'apps.v1.Deployment',
  'apps.v1.StatefulSet',
  'apps.v1.DaemonSet',
  'batch.v1.Job',
  'batch.v1.CronJob',
  'core.v1.ConfigMap',
  'core.v1.Secret',
];
