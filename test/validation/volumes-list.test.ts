import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, fieldErrorsOf } from '../kit/server-errors.js';
import { podWith, template, testSources } from './volumes-kit.js';

test('a volume needs a name that is a DNS label', () => {
  const pod = podWith(
    { emptyDir: {} },
    { name: '', emptyDir: {} },
    { name: 'A', emptyDir: {} },
    { name: 'a.b', emptyDir: {} },
  );
  assert.deepEqual(errorsOf(pod), [
    'FieldValueInvalid spec.volumes[2].name',
    'FieldValueInvalid spec.volumes[3].name',
    'FieldValueRequired spec.volumes[0].name',
    'FieldValueRequired spec.volumes[1].name',
  ]);
});

test('no two sound volumes may have one name', () => {
  assert.deepEqual(errorsOf(podWith({ name: 'v' }, { name: 'v' }, { name: 'v' })), [
    'FieldValueDuplicate spec.volumes[1].name',
    'FieldValueDuplicate spec.volumes[2].name',
  ]);
});

test('a broken volume does not take its name', () => {
  assert.deepEqual(errorsOf(podWith({ name: 'v', secret: {} }, { name: 'v', emptyDir: {} })), [
    'FieldValueRequired spec.volumes[0].secret.secretName',
  ]);
});

test('a mount does not find a broken volume', () => {
  const pod = podWith({ name: 'v', secret: {} });
  const containers = [{ name: 'c', image: 'nginx', volumeMounts: [{ name: 'v', mountPath: '/v' }] }];
  assert.deepEqual(errorsOf({ ...pod, spec: { ...(pod.spec as object), containers } }), [
    'FieldValueNotFound spec.containers[0].volumeMounts[0].name',
    'FieldValueRequired spec.volumes[0].secret.secretName',
  ]);
});

// The first source in the server's order is checked, the others are too many, some of them misspelt.
testSources([
  [{ secret: {}, emptyDir: {} }, 'Forbidden secret'],
  [{ configMap: {}, secret: {} }, 'Required secret.secretName', 'Forbidden configMap'],
  [
    { emptyDir: {}, cephfs: {}, downwardAPI: {}, gcePersistentDisk: {} },
    'Forbidden cephFS',
    'Forbidden downwarAPI',
    'Forbidden gcePersistentDisk',
  ],
  [{ emptyDir: {}, iscsi: { initiatorName: 'x', targetPortal: 'x'.repeat(64) } }, 'Forbidden iscsi', 'Invalid name'],
]);

test('a template may leave the reference of an image volume to be filled in', () => {
  const spec = { ...template.spec, volumes: [{ name: 'v', image: {} }] };
  assert.deepEqual(
    errorsOf({ apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 't' }, template: { spec } }),
    [],
  );
});

test('volumes of a template are checked like those of a Pod', () => {
  const spec = { ...template.spec, volumes: [{ name: 'v', nfs: { server: 's', path: 'a' } }] };
  const job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'j' },
    spec: { template: { spec: { ...spec, restartPolicy: 'Never' } } },
  };
  assert.deepEqual(errorsOf(job), ['FieldValueInvalid spec.template.spec.volumes[0].nfs.path']);
});

/** Where the mistake is in the manifest, when the server names another field: volume, and the place below it. */
const misreported: readonly (readonly [source: object, place: string])[] = [
  [{ gcePersistentDisk: { pdName: '' } }, 'gcePersistentDisk.pdName'],
  [{ emptyDir: {}, cephfs: {} }, 'cephfs'],
  [
    { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'a' } }] } },
    'downwardAPI.items[0].fieldRef.fieldPath',
  ],
  [{ projected: { sources: [{}, { serviceAccountToken: {} }] } }, 'projected.sources[1].serviceAccountToken.path'],
  [{ csi: { driver: 'd', nodePublishSecretRef: { name: 'S' } } }, 'csi.nodePublishSecretRef.name'],
  [{ iscsi: { targetPortal: 't', iqn: 'eui.0123456789abcdef', initiatorName: 'a' } }, 'iscsi.initiatorName'],
];

for (const [source, place] of misreported) {
  test(`the mistake is at ${place}`, () => {
    assert.deepEqual(
      fieldErrorsOf(podWith({ name: 'v', ...source })).map(({ at }) => String(at)),
      [`spec.volumes[0].${place}`],
    );
  });
}

test('a duplicate points at the first', () => {
  const [error] = fieldErrorsOf(podWith({ name: 'w', secret: {} }, { name: 'v' }, { name: 'v' })).filter(
    ({ type }) => type === 'FieldValueDuplicate',
  );
  assert.deepEqual(
    error?.related?.map(({ field }) => String(field)),
    ['spec.volumes[1].name'],
  );
});
