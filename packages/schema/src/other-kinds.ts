import type { Minor } from '@podlint/model';
import { fieldOf } from './structure.js';

/** The specs that people confuse, with their kinds. */
const specs: ReadonlyMap<string, string> = new Map([
  ['apps.v1.DeploymentSpec', 'Deployment'],
  ['apps.v1.StatefulSetSpec', 'StatefulSet'],
  ['apps.v1.DaemonSetSpec', 'DaemonSet'],
  ['apps.v1.ReplicaSetSpec', 'ReplicaSet'],
  ['batch.v1.JobSpec', 'Job'],
  ['batch.v1.CronJobSpec', 'CronJob'],
  ['autoscaling.v2.HorizontalPodAutoscalerSpec', 'HorizontalPodAutoscaler'],
  ['core.v1.PodSpec', 'Pod'],
  ['core.v1.ServiceSpec', 'Service'],
  ['core.v1.PersistentVolumeClaimSpec', 'PersistentVolumeClaim'],
  ['networking.v1.IngressSpec', 'Ingress'],
]);

/** The kinds whose spec has a field that this spec has not. */
export function kindsWith(type: string, name: string, minor: Minor): string[] {
  if (!specs.has(type)) return [];
  return [...specs].filter(([spec]) => fieldOf(spec, name, minor) !== undefined).map(([, kind]) => kind);
}
