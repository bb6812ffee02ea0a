import type { Kind } from '../kinds.js';
import type { Minor } from '../versions.js';
import { defaultCronJob, defaultJob } from './job.js';
import { Place, type DefaultsRecorder } from './place.js';
import { defaultPod } from './pod.js';
import {
  defaultDaemonSet,
  defaultDeployment,
  defaultPodTemplateObject,
  defaultReplicaSet,
  defaultReplicationController,
  defaultStatefulSet,
} from './workloads.js';

/** An object of one of the kinds in the table, decoded. */
type AnyObject = Record<string, unknown>;

const defaulters: Readonly<Record<string, (object: AnyObject, minor: Minor, place: Place | undefined) => void>> = {
  Pod: defaultPod,
  PodTemplate: defaultPodTemplateObject,
  ReplicationController: defaultReplicationController,
  ReplicaSet: defaultReplicaSet,
  Deployment: defaultDeployment,
  StatefulSet: defaultStatefulSet,
  DaemonSet: defaultDaemonSet,
  Job: defaultJob,
  CronJob: defaultCronJob,
};

/**
 * Fills in, in place, what the API server of that version fills in: pkg/apis/{core,apps,batch}/v1, defaults.go and
 * zz_generated.defaults.go.
 * Each default is told to the recorder, if there is one.
 */
export function applyDefaults(kind: Kind, object: object, minor: Minor, recorder?: DefaultsRecorder): void {
  defaulters[kind.kind]?.(object as AnyObject, minor, recorder && Place.root(recorder));
}
