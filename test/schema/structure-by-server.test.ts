/** What the editor knows of structs beyond their types is what the server's checks say: no table of its own drifts away. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { validateCreate } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { areAlternatives, requiredByValidation, structsWithAlternatives } from '@podlint/schema';
import { fieldErrorsOf, type Manifest } from '../kit/server-errors.js';

type Json = Readonly<Record<string, unknown>>;

const metadata = { name: 'x' };
const container = { name: 'a', image: 'x:1' };

function podWith(fields: Json = {}, ofContainer: Json = {}): Manifest {
  const containers = [{ ...container, ...ofContainer }];
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...fields } };
}

const volume = (fields: Json): Manifest => podWith({ volumes: [{ name: 'v', ...fields }] });
const projected = (sources: Json): Manifest => volume({ projected: { sources: [sources] } });
const env = (fields: Json): Manifest => podWith({}, { env: [{ name: 'A', ...fields }] });
const backend = (fields: Json): Manifest => ({
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata },
  spec: { defaultBackend: fields },
});
const keyOfMap = { name: 'n', key: 'k' };
const fieldRef = { apiVersion: 'v1', fieldPath: 'metadata.name' };
const service = { name: 's', port: { number: 80 } };
const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [container] } };
const selector = { matchLabels: { a: 'b' } };

interface Choice {
  /** An object with the struct, and nothing else that the server minds. */
  readonly holding: (fields: Json) => Manifest;
  /** Some of the fields that exclude each other, each with a sound value. */
  readonly values: Json;
}

const choices: Readonly<Record<string, Choice>> = {
  'core.v1.EnvFromSource': {
    holding: (fields) => podWith({}, { envFrom: [fields] }),
    values: { configMapRef: { name: 'n' }, secretRef: { name: 'n' } },
  },
  'core.v1.EnvVarSource': {
    holding: (valueFrom) => env({ valueFrom }),
    values: {
      configMapKeyRef: keyOfMap,
      secretKeyRef: keyOfMap,
      fieldRef,
      resourceFieldRef: { resource: 'limits.cpu' },
    },
  },
  'core.v1.LifecycleHandler': {
    holding: (preStop) => podWith({}, { lifecycle: { preStop } }),
    values: { exec: { command: ['a'] }, httpGet: { port: 80 }, tcpSocket: { port: 80 }, sleep: { seconds: 1 } },
  },
  'core.v1.Probe': {
    holding: (livenessProbe) => podWith({}, { livenessProbe }),
    values: { exec: { command: ['a'] }, httpGet: { port: 80 }, tcpSocket: { port: 80 }, grpc: { port: 80 } },
  },
  'core.v1.Volume': {
    holding: volume,
    values: { emptyDir: {}, configMap: { name: 'n' }, secret: { secretName: 'n' }, hostPath: { path: '/a' } },
  },
  'core.v1.VolumeProjection': {
    holding: projected,
    values: {
      configMap: { name: 'n' },
      secret: { name: 'n' },
      downwardAPI: { items: [{ path: 'a', fieldRef }] },
      serviceAccountToken: { path: 'b' },
    },
  },
  'core.v1.DownwardAPIVolumeFile': {
    holding: (fields) => volume({ downwardAPI: { items: [{ path: 'a', ...fields }] } }),
    values: { fieldRef, resourceFieldRef: { containerName: 'a', resource: 'limits.cpu' } },
  },
  'core.v1.EnvVar': { holding: env, values: { value: 'x', valueFrom: { fieldRef } } },
  'core.v1.VolumeMount': {
    holding: (fields) =>
      podWith(
        { volumes: [{ name: 'v', emptyDir: {} }] },
        { volumeMounts: [{ name: 'v', mountPath: '/a', ...fields }] },
      ),
    values: { subPath: 'a', subPathExpr: 'b' },
  },
  'networking.v1.IngressBackend': {
    holding: backend,
    values: { service, resource: { apiGroup: 'x.io', kind: 'B', name: 'n' } },
  },
  'networking.v1.ServiceBackendPort': {
    holding: (port) => backend({ service: { name: 's', port } }),
    values: { name: 'http', number: 80 },
  },
  'policy.v1.PodDisruptionBudgetSpec': {
    holding: (fields) => ({
      ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata },
      spec: { selector, ...fields },
    }),
    values: { minAvailable: 1, maxUnavailable: 1 },
  },
};

function faultsOf(manifest: Manifest): string[] {
  return fieldErrorsOf(manifest).map(({ type, field }) => `${type} ${field.toString()}`);
}

describe('the server takes one of the fields that are said to exclude each other', () => {
  test('of each struct that has some', () => {
    assert.deepEqual(Object.keys(choices).sort(), [...structsWithAlternatives].sort());
  });

  for (const [type, { holding, values }] of Object.entries(choices))
    test(type, () => {
      const names = Object.keys(values);
      for (const one of names) {
        assert.deepEqual(faultsOf(holding({ [one]: values[one] })), [], one);
        for (const other of names.filter((name) => name !== one)) {
          assert.ok(areAlternatives(type, one, other), `${one}, ${other}`);
          assert.notDeepEqual(
            faultsOf(holding({ [one]: values[one], [other]: values[other] })),
            [],
            `${one}, ${other}`,
          );
        }
      }
    });
});

const workload = (apiVersion: string, kind: string, spec?: Json): Manifest => ({
  ...{ apiVersion, kind, metadata },
  ...(spec && { spec }),
});
const job = { template: { spec: { ...template.spec, restartPolicy: 'Never' } } };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

/** Objects that the server takes, and the same without a field. */
const objects: Readonly<Record<string, readonly [sound: Manifest, without: Manifest]>> = {
  'apps.v1.DaemonSet.spec': [
    workload('apps/v1', 'DaemonSet', { selector, template }),
    workload('apps/v1', 'DaemonSet'),
  ],
  'apps.v1.Deployment.spec': [
    workload('apps/v1', 'Deployment', { selector, template }),
    workload('apps/v1', 'Deployment'),
  ],
  'apps.v1.ReplicaSet.spec': [
    workload('apps/v1', 'ReplicaSet', { selector, template }),
    workload('apps/v1', 'ReplicaSet'),
  ],
  'apps.v1.ReplicaSetSpec.template': [
    workload('apps/v1', 'ReplicaSet', { selector, template }),
    workload('apps/v1', 'ReplicaSet', { selector }),
  ],
  'apps.v1.StatefulSet.spec': [
    workload('apps/v1', 'StatefulSet', { selector, template }),
    workload('apps/v1', 'StatefulSet'),
  ],
  'batch.v1.Job.spec': [workload('batch/v1', 'Job', job), workload('batch/v1', 'Job')],
  'batch.v1.JobTemplateSpec.spec': [
    workload('batch/v1', 'CronJob', { schedule: '@daily', jobTemplate: { spec: job } }),
    workload('batch/v1', 'CronJob', { schedule: '@daily', jobTemplate: {} }),
  ],
  'core.v1.ConfigMapKeySelector.name': [
    env({ valueFrom: { configMapKeyRef: keyOfMap } }),
    env({ valueFrom: { configMapKeyRef: { key: 'k' } } }),
  ],
  'core.v1.ConfigMapVolumeSource.name': [volume({ configMap: { name: 'n' } }), volume({ configMap: {} })],
  'core.v1.Container.image': [podWith(), podWith({}, { image: undefined })],
  'core.v1.ExecAction.command': [
    podWith({}, { livenessProbe: { exec: { command: ['a'] } } }),
    podWith({}, { livenessProbe: { exec: {} } }),
  ],
  'core.v1.LocalObjectReference.name': [
    podWith({ imagePullSecrets: [{ name: 'n' }] }),
    podWith({ imagePullSecrets: [{}] }),
  ],
  'core.v1.Pod.spec': [podWith(), { apiVersion: 'v1', kind: 'Pod', metadata }],
  'core.v1.PodTemplateSpec.metadata': [
    workload('apps/v1', 'Deployment', { selector, template }),
    workload('apps/v1', 'Deployment', { selector, template: { spec: template.spec } }),
  ],
  'core.v1.PodTemplateSpec.spec': [
    workload('apps/v1', 'Deployment', { selector, template }),
    workload('apps/v1', 'Deployment', { selector, template: { metadata: template.metadata } }),
  ],
  'core.v1.ReplicationController.spec': [
    workload('v1', 'ReplicationController', { selector: { a: 'b' }, template }),
    workload('v1', 'ReplicationController'),
  ],
  'core.v1.ReplicationControllerSpec.template': [
    workload('v1', 'ReplicationController', { selector: { a: 'b' }, template }),
    workload('v1', 'ReplicationController', { selector: { a: 'b' } }),
  ],
  'core.v1.SecretKeySelector.name': [
    env({ valueFrom: { secretKeyRef: keyOfMap } }),
    env({ valueFrom: { secretKeyRef: { key: 'k' } } }),
  ],
  'core.v1.SecretVolumeSource.secretName': [volume({ secret: { secretName: 'n' } }), volume({ secret: {} })],
  'core.v1.Service.spec': [workload('v1', 'Service', { ports: [{ port: 80 }] }), workload('v1', 'Service')],
  'core.v1.ServiceSpec.ports': [
    workload('v1', 'Service', { ports: [{ port: 80 }] }),
    workload('v1', 'Service', { selector: { a: 'b' } }),
  ],
  'core.v1.PersistentVolumeClaimSpec.accessModes': [
    workload('v1', 'PersistentVolumeClaim', claim),
    workload('v1', 'PersistentVolumeClaim', { resources: claim.resources }),
  ],
  'core.v1.PersistentVolumeClaimSpec.resources': [
    workload('v1', 'PersistentVolumeClaim', claim),
    workload('v1', 'PersistentVolumeClaim', { accessModes: claim.accessModes }),
  ],
  'core.v1.VolumeResourceRequirements.requests': [
    workload('v1', 'PersistentVolumeClaim', claim),
    workload('v1', 'PersistentVolumeClaim', { ...claim, resources: {} }),
  ],
};

/** By an error, or by a warning. */
function isMinded(manifest: Manifest): boolean {
  const kind = findKindByName(manifest.kind);
  assert.ok(kind);
  const { errors, warnings } = validateCreate(kind, structuredClone(manifest), 36);
  return errors.length + warnings.length > 0;
}

describe('the server asks for the fields that are said to be required', () => {
  test('each of them', () => {
    assert.deepEqual(Object.keys(objects).sort(), [...requiredByValidation].sort());
  });

  for (const [field, [sound, without]] of Object.entries(objects))
    test(field, () => {
      assert.equal(isMinded(sound), false);
      assert.equal(isMinded(without), true);
    });
});
