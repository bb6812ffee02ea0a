import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, type Manifest } from '../kit/server-errors.js';
import { inVolume, podWith, template, testSources } from './volumes-kit.js';

const sound = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

/** What a claim asks for, and what the server has against it; paths are those below the claim's spec. */
const cases: readonly (readonly [spec: object, ...errors: string[]])[] = [
  [sound],
  [{}, 'Required accessModes', 'Required resources[storage]'],
  [{ ...sound, accessModes: ['Sometimes'] }, 'NotSupported accessModes'],
  [{ ...sound, accessModes: ['ReadWriteOncePod'] }],
  [{ ...sound, accessModes: ['ReadWriteOncePod', 'Sometimes'] }, 'NotSupported accessModes'],
  [{ ...sound, accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] }, 'Forbidden accessModes'],
  [{ ...sound, resources: { requests: { storage: '0' } } }, 'Invalid resources[storage]'],
  [{ ...sound, resources: { requests: { storage: '-1' } } }, 'Invalid resources[storage]'],
  [{ ...sound, storageClassName: '' }],
  [
    { ...sound, storageClassName: 'A', volumeMode: 'Tape', volumeAttributesClassName: '-' },
    'Invalid storageClassName',
    'NotSupported volumeMode',
    'Invalid volumeAttributesClassName',
  ],
  [{ ...sound, selector: { matchLabels: { 'a b': 'c' } } }, 'Invalid selector.matchLabels'],
  [{ ...sound, dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }],
  [{ ...sound, dataSource: {} }, 'Required dataSource.name', 'Required dataSource.kind', 'Invalid dataSource'],
  [{ ...sound, dataSource: { apiGroup: 'a b', kind: 'K', name: 'n' } }, 'Invalid dataSource.apiGroup'],
  [
    { ...sound, dataSourceRef: { kind: 'K', name: 'n', namespace: 'N' } },
    'Invalid dataSourceRef',
    'Invalid dataSourceRef.namespace',
  ],
  [
    {
      ...sound,
      dataSource: { apiGroup: 'g', kind: 'K', name: 'n' },
      dataSourceRef: { apiGroup: 'g', kind: 'K', name: 'n' },
    },
  ],
  [
    {
      ...sound,
      dataSource: { apiGroup: 'g', kind: 'K', name: 'n' },
      dataSourceRef: { apiGroup: 'g', kind: 'K', name: 'm' },
    },
    'Invalid ',
  ],
  [
    {
      ...sound,
      dataSource: { apiGroup: 'g', kind: 'K', name: 'n' },
      dataSourceRef: { apiGroup: 'g', kind: 'K', name: 'n', namespace: 'x' },
    },
    'Invalid ',
  ],
];

function below(path: string, error: string): string {
  const [type, field] = error.split(' ');
  return `${type} ${field ? `${path}.${field}` : path}`;
}

function statefulSet(...specs: readonly object[]): Manifest {
  const volumeClaimTemplates = specs.map((spec, i) => ({ metadata: { name: `claim-${i}` }, spec }));
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 's' },
    spec: { serviceName: 's', selector: { matchLabels: { app: 'a' } }, template, volumeClaimTemplates },
  };
}

for (const [spec, ...errors] of cases) {
  test(`claim ${JSON.stringify(spec)}`, () => {
    const inTemplate = errors.map((error) => inVolume(below('ephemeral.volumeClaimTemplate.spec', error)));
    assert.deepEqual(errorsOf(podWith({ name: 'v', ephemeral: { volumeClaimTemplate: { spec } } })), inTemplate.sort());
    const inStatefulSet = errors.map((error) => `FieldValue${below('spec.volumeClaimTemplates[0].spec', error)}`);
    assert.deepEqual(errorsOf(statefulSet(spec)), inStatefulSet.sort());
  });
}

test('a StatefulSet of 1.33 may claim anything', () => {
  assert.deepEqual(errorsOf(statefulSet({}), 33), []);
});

test('the class of volume attributes is looked at once the server knows it', () => {
  const volume = {
    name: 'v',
    ephemeral: { volumeClaimTemplate: { spec: { ...sound, volumeAttributesClassName: '-' } } },
  };
  assert.deepEqual(errorsOf(podWith(volume), 33), []);
});

const metadata = (fields: object): object => ({
  ephemeral: { volumeClaimTemplate: { metadata: fields, spec: sound } },
});
const metadataPath = 'ephemeral.volumeClaimTemplate.metadata';
testSources([
  [metadata({ labels: { a: 'b' }, annotations: { c: 'd' }, name: '', generation: 0 })],
  [
    metadata({ labels: { 'a b': 'c' }, annotations: { 'a b': 'c' } }),
    `Invalid ${metadataPath}.labels`,
    `Invalid ${metadataPath}.annotations`,
  ],
  [
    metadata({ name: 'n', uid: 'u', finalizers: [], deletionGracePeriodSeconds: 0 }),
    ...['name', 'uID', 'finalizers', 'deletionGracePeriodSeconds'].map((field) => `Forbidden ${metadataPath}.${field}`),
  ],
  [{ ephemeral: {} }, 'Required ephemeral.volumeClaimTemplate'],
  [{ persistentVolumeClaim: {} }, 'Required persistentVolumeClaim.claimName'],
]);

test('the name of the claim that is created for a volume has to be a name', () => {
  const pod = {
    ...podWith({ name: 'v', ephemeral: { volumeClaimTemplate: { spec: sound } } }),
    metadata: { name: 'p'.repeat(252) },
  };
  assert.deepEqual(errorsOf(pod), ['FieldValueInvalid spec.volumes[0].name']);
});

test('a claim that is created for the Pod is not to be referred to', () => {
  const pod = podWith(
    { name: 'v', ephemeral: { volumeClaimTemplate: { spec: sound } } },
    { name: 'w', persistentVolumeClaim: { claimName: 'pod-v' } },
  );
  assert.deepEqual(errorsOf(pod), ['FieldValueInvalid spec.volumes[1].persistentVolumeClaim.claimName']);
});
