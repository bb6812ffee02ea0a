import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const spec = (fields: Fields): Fields => ({ spec: fields });
const tokens = (...tokenRequests: readonly Fields[]): Fields => spec({ tokenRequests });

testCreate('CSIDriver', spec({}), {
  fields: [
    [spec({ fsGroupPolicy: 'none' }), ['NotSupported spec.fsGroupPolicy']],
    [spec({ volumeLifecycleModes: ['Ephemeral', 'a'] }), ['NotSupported spec.volumeLifecycleModes']],
    [spec({ nodeAllocatableUpdatePeriodSeconds: 10 }), []],
    [spec({ nodeAllocatableUpdatePeriodSeconds: 9 }), ['Invalid spec.nodeAllocatableUpdatePeriodSeconds']],
    [spec({ nodeAllocatableUpdatePeriodSeconds: 9 }), [], 34],
    [spec({ serviceAccountTokenInSecrets: true }), ['Invalid spec.serviceAccountTokenInSecrets']],
  ],
  tokens: [
    [tokens({ audience: 'a', expirationSeconds: 600 }, { audience: 'b', expirationSeconds: 2 ** 32 }), []],
    [tokens({}, {}), ['Duplicate spec.tokenRequests[1].audience']],
    [tokens({ expirationSeconds: 599 }), ['Invalid spec.tokenRequests[0].expirationSeconds']],
    [tokens({ expirationSeconds: 2 ** 32 + 1 }), ['Invalid spec.tokenRequests[0].expirationSeconds']],
  ],
});
testUpdate('CSIDriver', spec({}), {
  'what is settled': [
    [{}, spec({ attachRequired: false }), ['Invalid spec.attachedRequired']],
    [{}, spec({ volumeLifecycleModes: ['Ephemeral'] }), ['Invalid spec.volumeLifecycleModes']],
    [{}, spec({ podInfoOnMount: true, fsGroupPolicy: 'File' }), []],
    [
      {},
      spec({ podInfoOnMount: true, fsGroupPolicy: 'File' }),
      ['Invalid spec.fsGroupPolicy', 'Invalid spec.podInfoOnMount'],
      29,
    ],
  ],
});
test('tokens in the attributes of a volume are remarked on, and the namespace is removed', () => {
  const { dropped, warnings } = remarks('CSIDriver', {
    metadata: { name: 'a', namespace: 'b' },
    ...tokens({ audience: 'a' }),
  });
  assert.deepEqual(dropped, ['metadata.namespace']);
  assert.deepEqual(warnings, ['spec.serviceAccountTokenInSecrets']);
});

const driver = (fields: Fields): Fields => spec({ drivers: [{ name: 'a', nodeID: 'b', ...fields }] });
const at = 'spec.drivers[0]';

testCreate('CSINode', driver({}), {
  drivers: [
    [driver({ name: '', nodeID: '' }), [`Required ${at}.name`, `Required ${at}.nodeID`]],
    [driver({ name: 'a b' }), [`Invalid ${at}.name`]],
    [driver({ name: 'a'.repeat(64) }), [`TooLong ${at}.name`]],
    [driver({ nodeID: 'a'.repeat(257) }), [`Invalid ${at}.nodeID`]],
    [driver({ allocatable: { count: -1 } }), [`Invalid ${at}.allocatable.count`]],
    [driver({ topologyKeys: ['a', 'a'] }), [`Duplicate ${at}`]],
    [driver({ topologyKeys: [''] }), [`Required ${at}`, `Invalid ${at}`]],
    [
      spec({
        drivers: [
          { name: 'a', nodeID: 'b' },
          { name: 'a', nodeID: 'b' },
        ],
      }),
      ['Duplicate spec.drivers[1].name'],
    ],
  ],
});
testUpdate('CSINode', driver({}), {
  'a driver stays as it is, but for how many volumes the node can have': [
    [{}, driver({ nodeID: 'c' }), ['Invalid spec.drivers']],
    [{}, driver({ nodeID: 'c' }), ['Invalid CSINodeDriver'], 32],
    [{}, driver({ allocatable: { count: 1 } }), []],
    [{}, driver({ allocatable: { count: 1 } }), ['Invalid spec.drivers'], 34],
    [{}, driver({ name: 'c', nodeID: 'd' }), []],
  ],
});

const values = (value: string): Fields => ({
  nodeTopology: { matchExpressions: [{ key: 'a', operator: 'In', values: [value] }] },
});

testCreate(
  'CSIStorageCapacity',
  { storageClassName: 'a' },
  {
    fields: [
      [{ storageClassName: '' }, ['Invalid storageClassName']],
      [{ capacity: '0' }, []],
      [{ capacity: '-1' }, ['Invalid capacity']],
      [values('a b'), ['Invalid nodeTopology.matchExpressions[0].values[0]']],
    ],
  },
);
testUpdate(
  'CSIStorageCapacity',
  { storageClassName: 'a' },
  {
    'what is settled': [
      [{}, { capacity: '1' }, []],
      [{}, { storageClassName: 'b' }, ['Invalid storageClassName']],
      [{}, { nodeTopology: {} }, ['Invalid nodeTopology']],
      [values('a b'), values('a b'), []],
    ],
  },
);

testCreate(
  'VolumeAttributesClass',
  { driverName: 'a', parameters: { a: 'b' } },
  {
    fields: [
      [{ driverName: '' }, ['Required driverName']],
      [{ parameters: {} }, ['Required parameters']],
    ],
  },
);
testUpdate(
  'VolumeAttributesClass',
  { driverName: 'a', parameters: { a: 'b' } },
  {
    'all is settled': [
      [{}, {}, []],
      [{}, { driverName: 'b', parameters: { a: 'c' } }, ['Forbidden driverName', 'Forbidden parameters']],
    ],
  },
);
