import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Case, type Change, type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const terms = (values: readonly string[]): Fields => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values }] }] },
});
const bare = (fields: Fields): Fields => ({
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], ...fields },
});
const csi = { driver: 'a.b', volumeHandle: 'c' };
const spec = (fields: Fields): Fields => bare({ csi, ...fields });
const iscsi = { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:a', lun: 0 };
const secretRef = { name: 'a' };

/** A source alone, and what is wrong below it. */
const source = (name: string, value: Fields, ...errors: readonly string[]): Case => [
  bare({ [name]: value }),
  errors.map((error) => error.replace(' ', ` spec.${name}.`)),
];

testCreate('PersistentVolume', spec({}), {
  'what it is': [
    [spec({ accessModes: [] }), ['Required spec.accessModes']],
    [spec({ capacity: {} }), ['NotSupported spec.capacity', 'Required spec.capacity']],
    [spec({ capacity: { storage: '1', cpu: '1' } }), ['NotSupported spec.capacity']],
    [spec({ capacity: { storage: '0' } }), ['Invalid spec.capacity[storage]']],
    [spec({ persistentVolumeReclaimPolicy: 'Keep' }), ['NotSupported spec.persistentVolumeReclaimPolicy']],
    [spec({ storageClassName: 'a_b' }), ['Invalid spec.storageClassName']],
    [spec({ volumeMode: 'Raw' }), ['NotSupported spec.volumeMode']],
    [spec({ volumeAttributesClassName: '' }), ['Required spec.volumeAttributesClassName']],
    [bare({ nfs: { server: 'a', path: '/' }, volumeAttributesClassName: 'a' }), ['Required spec.csi']],
    [spec({ nodeAffinity: {} }), ['Required spec.nodeAffinity.required']],
    [
      spec({ nodeAffinity: terms(['a b']) }),
      ['Invalid spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]'],
    ],
    [spec({ nodeAffinity: terms(['a b']) }), [], 32],
  ],
  sources: [
    [bare({}), ['Required spec']],
    [spec({ nfs: { server: 'a', path: '/' } }), ['Forbidden spec.csi']],
    [bare({ nfs: { server: 'a', path: '/' }, cephfs: { monitors: ['a'] } }), ['Forbidden spec.cephFS']],
    source('csi', { driver: 'a b', volumeHandle: 'c' }, 'Invalid driver'),
    source('csi', { driver: 'a' }, 'Required volumeHandle'),
    source('csi', { ...csi, nodeStageSecretRef: { name: 'A' } }),
    source(
      'csi',
      { ...csi, nodeExpandSecretRef: { name: 'A' } },
      'Invalid nodeExpandSecretRef.name',
      'Required nodeExpandSecretRef.namespace',
    ),
    source('cinder', { volumeID: 'a', secretRef }, 'Required secretRef.namespace'),
    source('storageos', { volumeName: 'a', secretRef }, 'Required secretRef.namespace'),
    source('azureFile', { secretName: 'a', shareName: 'b', secretNamespace: '' }, 'Required secretNamespace'),
    source('glusterfs', { endpoints: 'a', path: 'b', endpointsNamespace: 'A' }, 'Invalid endpointsNamespace'),
    source('iscsi', { ...iscsi, secretRef: {} }, 'Required secretRef.name'),
    source('iscsi', { ...iscsi, targetPortal: 'a'.repeat(63), initiatorName: iscsi.iqn }, 'Invalid targetportal'),
    source('hostPath', { path: '/a/..' }, 'Invalid path'),
    [bare({ gcePersistentDisk: {} }), ['Required spec.persistentDisk.pdName']],
    [bare({ local: { path: '/a' } }), ['Required spec.nodeAffinity']],
    [bare({ local: { path: '/a' }, nodeAffinity: terms(['a']) }), []],
    [bare({ local: { path: '/../a' }, nodeAffinity: terms(['a']) }), ['Invalid spec.local.path']],
    [
      bare({ hostPath: { path: '//.' }, persistentVolumeReclaimPolicy: 'Recycle' }),
      ['Forbidden spec.persistentVolumeReclaimPolicy'],
    ],
  ],
  'mount options of old': [
    [
      { ...spec({}), metadata: { name: 'a', annotations: { 'volume.beta.kubernetes.io/mount-options': 'a' } } },
      ['Forbidden metadata.annotations.volume.beta.kubernetes.io/mount-options'],
    ],
  ],
});

const changes: readonly Change[] = [
  [spec({}), spec({ csi: { ...csi, volumeHandle: 'd' } }), ['Forbidden spec.persistentvolumesource']],
  // Of a PersistentVolume these are values, not pointers: empty and absent are the same.
  [spec({}), spec({ csi: { ...csi, fsType: '', readOnly: false } }), []],
  [spec({}), spec({ csi: { ...csi, controllerExpandSecretRef: { name: 'a', namespace: 'b' } } }), []],
  [spec({}), spec({ volumeMode: 'Block' }), ['Invalid volumeMode']],
  [spec({}), spec({ nodeAffinity: terms(['a']) }), []],
  [spec({ nodeAffinity: terms(['a']) }), spec({ nodeAffinity: terms(['b']) }), ['Invalid nodeAffinity']],
  [spec({}), spec({ capacity: { storage: '2Gi' } }), []],
  [spec({ volumeAttributesClassName: 'a' }), spec({}), ['Forbidden spec.volumeAttributesClassName']],
];

testUpdate('PersistentVolume', spec({}), { 'what is settled': changes });

test('a namespace is removed, and a class of attributes while its gate is off', () => {
  const volume = { metadata: { name: 'a', namespace: 'b' }, ...spec({ volumeAttributesClassName: 'a' }) };
  assert.deepEqual(remarks('PersistentVolume', volume).dropped, ['metadata.namespace']);
  assert.deepEqual(remarks('PersistentVolume', volume, 33).dropped, [
    'metadata.namespace',
    'spec.volumeAttributesClassName',
  ]);
});

test('the server remarks on what no longer works', () => {
  const volume = bare({ rbd: { monitors: ['a'], image: 'b' }, persistentVolumeReclaimPolicy: 'Recycle' });
  assert.deepEqual(remarks('PersistentVolume', { metadata: { name: 'a' }, ...volume }).warnings, [
    'spec.persistentVolumeReclaimPolicy',
    'spec.rbd',
  ]);
});
