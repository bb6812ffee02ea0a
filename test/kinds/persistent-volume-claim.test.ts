import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const size = (storage: string): Fields => ({ resources: { requests: { storage } } });
const spec = (fields: Fields): Fields => ({ spec: { accessModes: ['ReadWriteOnce'], ...size('1Gi'), ...fields } });
const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' };
const classAnnotation = 'volume.beta.kubernetes.io/storage-class';
const annotated = (name: string, fields: Fields = {}): Fields => ({
  metadata: { name: 'a', annotations: { [classAnnotation]: name } },
  ...spec(fields),
});

testCreate('PersistentVolumeClaim', spec({}), {
  'what it asks for': [
    [spec({ accessModes: [] }), ['Required spec.accessModes']],
    [spec({ accessModes: ['Write'] }), ['NotSupported spec.accessModes']],
    [spec({ accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'] }), ['Forbidden spec.accessModes']],
    [spec({ resources: {} }), ['Required spec.resources[storage]']],
    [spec(size('0')), ['Invalid spec.resources[storage]']],
    [spec({ storageClassName: 'a_b' }), ['Invalid spec.storageClassName']],
    [spec({ storageClassName: '' }), []],
    [spec({ volumeMode: 'Raw' }), ['NotSupported spec.volumeMode']],
    [spec({ volumeAttributesClassName: 'a_b' }), ['Invalid spec.volumeAttributesClassName']],
    [spec({ volumeAttributesClassName: 'a_b' }), [], 33],
    [spec({ selector: { matchLabels: { 'a b': 'c' } } }), ['Invalid spec.selector.matchLabels']],
  ],
  'what it copies': [
    [spec({ dataSource: snapshot }), []],
    [
      spec({ dataSource: { kind: 'PersistentVolumeClaim' } }),
      ['Required spec.dataSource.name', 'Required spec.dataSourceRef.name'],
    ],
    [spec({ dataSource: snapshot, dataSourceRef: { ...snapshot, name: 'b' } }), ['Invalid spec']],
    [spec({ dataSourceRef: { kind: 'Pod', name: 'a' } }), ['Invalid spec.dataSource', 'Invalid spec.dataSourceRef']],
  ],
});

const bound = { status: { phase: 'Bound', capacity: { storage: '1Gi' } } };

testUpdate('PersistentVolumeClaim', spec({}), {
  'a claim grows once it is bound': [
    [spec({}), spec(size('2Gi')), ['Forbidden spec']],
    [{ ...spec({}), ...bound }, spec(size('2Gi')), []],
    [{ ...spec(size('2Gi')), ...bound }, spec(size('1Gi')), ['Forbidden spec.resources.requests.storage']],
    // To recover from a failed expansion; until 1.31 not at all.
    [{ ...spec(size('3Gi')), ...bound }, spec(size('2Gi')), []],
    [{ ...spec(size('3Gi')), ...bound }, spec(size('2Gi')), ['Forbidden spec.resources.requests.storage'], 31],
  ],
  'other fields are settled': [
    [spec({}), spec({ volumeName: 'a' }), []],
    [spec({ volumeName: 'a' }), spec({ volumeName: 'b' }), ['Forbidden spec']],
    [spec({}), spec({ volumeMode: 'Block' }), ['Forbidden spec', 'Invalid volumeMode']],
    [spec({}), spec({ storageClassName: 'a' }), []],
    [spec({ storageClassName: 'a' }), spec({ storageClassName: 'b' }), ['Forbidden spec']],
    [annotated('a'), annotated('b'), [`Invalid metadata.annotations.${classAnnotation}`]],
    [annotated('a'), spec({ storageClassName: 'a' }), []],
  ],
  'the class of attributes': [
    [spec({ volumeAttributesClassName: 'a' }), spec({ volumeAttributesClassName: 'b' }), ['Forbidden spec']],
    [{ ...spec({ volumeAttributesClassName: 'a' }), ...bound }, spec({ volumeAttributesClassName: 'b' }), []],
    [
      {
        ...spec({ volumeAttributesClassName: 'a' }),
        status: { phase: 'Bound', currentVolumeAttributesClassName: 'a' },
      },
      spec({}),
      ['Forbidden spec.volumeAttributesClassName'],
    ],
  ],
});

test('a source that the server does not copy from is removed, and so is one of another namespace', () => {
  const foreign = { ...snapshot, namespace: 'b' };
  const dropped = (fields: Fields): string[] =>
    remarks('PersistentVolumeClaim', { metadata: { name: 'a' }, ...spec(fields) }).dropped;
  assert.deepEqual(dropped({ dataSource: { kind: 'Pod', name: 'a' } }), ['spec.dataSource']);
  assert.deepEqual(dropped({ dataSourceRef: foreign }), ['spec.dataSourceRef']);
  assert.deepEqual(dropped({ dataSource: snapshot, dataSourceRef: foreign }), ['spec.dataSourceRef.namespace']);
});

test('the server remarks on the annotation of old, and on fractions of a byte', () => {
  const claim = annotated('a', size('100m'));
  assert.deepEqual(remarks('PersistentVolumeClaim', claim).warnings, [
    `metadata.annotations[${classAnnotation}]`,
    'spec.resources.requests[storage]',
  ]);
});
