import { own } from '@podlint/plain';
import type { OwnedField } from './owned-field.js';

/**
 * Fields that the server asks for, though its OpenAPI document does not say so (pkg/apis/core/validation and its
 * siblings).
 */
const alsoRequired: Readonly<Record<string, readonly string[]>> = {
  'apps.v1.DaemonSet': ['spec'],
  'apps.v1.Deployment': ['spec'],
  'apps.v1.ReplicaSet': ['spec'],
  'apps.v1.ReplicaSetSpec': ['template'],
  'apps.v1.StatefulSet': ['spec'],
  'batch.v1.Job': ['spec'],
  'batch.v1.JobTemplateSpec': ['spec'],
  'core.v1.ConfigMapKeySelector': ['name'],
  'core.v1.ConfigMapVolumeSource': ['name'],
  'core.v1.Container': ['image'],
  'core.v1.ExecAction': ['command'],
  // A warning (warningsForPodSpec, pkg/api/pod/warnings.go).
  'core.v1.LocalObjectReference': ['name'],
  'core.v1.Pod': ['spec'],
  'core.v1.PodTemplateSpec': ['metadata', 'spec'],
  'core.v1.ReplicationController': ['spec'],
  'core.v1.ReplicationControllerSpec': ['template'],
  'core.v1.SecretKeySelector': ['name'],
  'core.v1.SecretVolumeSource': ['secretName'],
  'core.v1.Service': ['spec'],
  'core.v1.ServiceSpec': ['ports'],
  'core.v1.PersistentVolumeClaimSpec': ['accessModes', 'resources'],
  'core.v1.VolumeResourceRequirements': ['requests'],
};
const ofAnyObject: Readonly<Record<string, true>> = { apiVersion: true, kind: true, metadata: true };

/** The fields that only validation asks for: `core.v1.Container.image`. */
export const requiredByValidation: readonly string[] = Object.entries(alsoRequired).flatMap(([owner, names]) =>
  names.map((name) => `${owner}.${name}`),
);

/** Whether an object has to have the field, as far as its struct alone decides. `isObject`: the struct is a whole object. */
export function isRequired({ owner, name, required }: OwnedField, isObject: boolean): boolean {
  return (
    required === true ||
    (own(alsoRequired, owner)?.includes(name) ?? false) ||
    (isObject && own(ofAnyObject, name) === true)
  );
}
