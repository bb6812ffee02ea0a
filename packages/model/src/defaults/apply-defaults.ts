import type { Kind } from '../kinds.js';
import type { Minor } from '../versions.js';
import { defaultCronJob, defaultJob } from './job.js';
import type { Defaulting, FilledDefault } from './defaulting.js';
import { defaultPod } from './pod.js';
import { recordDefaults, type DefaultsRecorder } from './record.js';
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

const defaulters: Readonly<Record<string, (object: AnyObject, defaulting: Defaulting) => void>> = {
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
  const log: FilledDefault[] | undefined = recorder && [];
  defaulters[kind.kind]?.(object as AnyObject, { minor, log });
  if (recorder && log) recordDefaults(log, kind.definition, object, recorder);
}
