import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKindByName } from '@podlint/model';
import { validateUpdate } from '@podlint/kinds';
import type { FieldError } from '@podlint/validation';
import type { Manifest } from '../kit/server-errors.js';
import { type Fields, endingTemplate, expected, template, workload } from './workload-kit.js';

function update(old: Manifest, changed: Manifest, minor = 36): readonly FieldError[] {
  return validateUpdate(findKindByName(old.kind)!, structuredClone(old), structuredClone(changed), minor).errors;
}

function updateErrors(old: Manifest, changed: Manifest, minor?: number): string[] {
  return [...new Set(update(old, changed, minor).map(({ type, field }) => `${type} ${field.toString()}`))].sort();
}

/** The spec before, the spec after, and what the server has against it; paths are those below spec. */
type SpecChange = readonly [old: Fields, changed: Fields, ...errors: string[]];

function testChanges(kind: string, changes: readonly SpecChange[], minor = 36): void {
  for (const [old, changed, ...errors] of changes) {
    test(`1.${minor} ${kind}: ${JSON.stringify(old)} -> ${JSON.stringify(changed)}`.slice(0, 250), () => {
      assert.deepEqual(updateErrors(workload(kind, old), workload(kind, changed), minor), expected(errors, 'spec'));
    });
  }
}

const kinds = [
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
];

for (const kind of kinds) {
  test(`a ${kind} may stay as it is`, () => assert.deepEqual(updateErrors(workload(kind), workload(kind)), []));
  test(`a ${kind} may get labels`, () =>
    assert.deepEqual(updateErrors(workload(kind), workload(kind, {}, { labels: { a: 'b' } })), []));
  test(`a ${kind} keeps its place`, () => {
    assert.deepEqual(updateErrors(workload(kind), workload(kind, {}, { namespace: 'c' })), [
      'FieldValueInvalid metadata.namespace',
    ]);
    assert.equal(updateErrors(workload(kind), workload(kind, {}, { name: 'b' }))[0], 'FieldValueInvalid metadata.name');
  });
  test(`the metadata of a ${kind} is checked again`, () => {
    assert.deepEqual(updateErrors(workload(kind), workload(kind, {}, { labels: { a: 'b c' }, finalizers: ['a'] })), [
      'FieldValueInvalid metadata.finalizers[0]',
      'FieldValueInvalid metadata.labels',
    ]);
  });
}

test("the deletion of an object is the server's business", () => {
  const deleted = { deletionTimestamp: '2020-01-01T00:00:00Z', deletionGracePeriodSeconds: 3 };
  const errors = [
    'FieldValueInvalid metadata.deletionGracePeriodSeconds',
    'FieldValueInvalid metadata.deletionTimestamp',
  ];
  assert.deepEqual(updateErrors(workload('Deployment'), workload('Deployment', {}, deleted)), errors);
  assert.deepEqual(updateErrors(workload('Deployment', {}, deleted), workload('Deployment')), []);
  assert.deepEqual(
    updateErrors(workload('Deployment', {}, deleted), workload('Deployment', {}, { finalizers: ['a.b/c'] })),
    ['FieldValueForbidden metadata.finalizers'],
  );
});

const otherSelector = { matchLabels: { app: 'b' } };
const otherTemplate = { ...template, metadata: { labels: { app: 'b' } } };

for (const kind of ['ReplicaSet', 'Deployment', 'DaemonSet']) {
  testChanges(kind, [
    [{}, { minReadySeconds: 5 }],
    [{}, { selector: otherSelector, template: otherTemplate }, 'Invalid selector'],
    [{}, { template: otherTemplate }, 'Invalid template.metadata.labels'],
    [{}, { template: { ...template, spec: { ...template.spec, hostNetwork: true } } }],
  ]);
}

testChanges('ReplicationController', [
  [{}, { selector: { app: 'b' }, template: otherTemplate }],
  [{}, { replicas: -1 }, 'Invalid replicas'],
]);

testChanges('StatefulSet', [
  [
    {},
    {
      replicas: 3,
      minReadySeconds: 1,
      ordinals: { start: 1 },
      revisionHistoryLimit: 1,
      updateStrategy: { type: 'OnDelete' },
    },
  ],
  [{}, { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }],
  [{}, { serviceName: 'b' }, 'Forbidden'],
  [{}, { serviceName: '' }],
  [{}, { podManagementPolicy: 'Parallel' }, 'Forbidden'],
  [{}, { selector: otherSelector, template: otherTemplate }, 'Forbidden'],
  [{}, { volumeClaimTemplates: [{ metadata: { name: 'a' } }] }, 'Forbidden'],
  [{}, { template: { ...template, spec: {} } }, 'Required template.spec.containers'],
]);
testChanges('StatefulSet', [[{}, { revisionHistoryLimit: 1 }, 'Forbidden']], 32);
// A template that was stored before it was checked can be kept.
testChanges('StatefulSet', [
  [{ template: { ...template, spec: {} } }, { template: { ...template, spec: {} }, replicas: 2 }],
]);

const indexed = { completionMode: 'Indexed', completions: 3, parallelism: 3 };
const onCodes = { rules: [{ action: 'Count', onExitCodes: { operator: 'In', values: [1] } }] };

testChanges('Job', [
  [
    {},
    {
      completions: 1,
      parallelism: 0,
      suspend: true,
      backoffLimit: 1,
      activeDeadlineSeconds: 5,
      ttlSecondsAfterFinished: 1,
    },
  ],
  [{}, { completions: 2 }, 'Invalid completions'],
  [indexed, { ...indexed, completions: 5, parallelism: 5 }],
  [indexed, { ...indexed, completions: 5 }, 'Invalid completions'],
  [indexed, { completions: 3, parallelism: 3 }, 'Invalid completionMode'],
  [indexed, { ...indexed, successPolicy: { rules: [{ succeededCount: 1 }] } }, 'Invalid successPolicy'],
  [indexed, { ...indexed, backoffLimitPerIndex: 1 }, 'Invalid backoffLimitPerIndex'],
  [{}, { podFailurePolicy: onCodes }, 'Invalid podFailurePolicy'],
  [{}, { managedBy: 'a.b/c' }, 'Invalid managedBy'],
  [{}, { selector: { matchLabels: { app: 'b' } } }, 'Invalid selector', 'Invalid template.metadata.labels'],
]);

const image = (name: string): Fields => ({
  template: { spec: { ...endingTemplate.spec, containers: [{ name: 'c', image: name }] } },
});
const resources = {
  template: {
    spec: {
      ...endingTemplate.spec,
      containers: [{ name: 'c', image: 'nginx', resources: { requests: { cpu: '1' } } }],
    },
  },
};
const node = { template: { ...endingTemplate, spec: { ...endingTemplate.spec, nodeSelector: { a: 'b' } } } };
const labelled = { template: { ...endingTemplate, metadata: { labels: { a: 'b' } } } };
const affinity = (kinds: Fields): Fields => ({
  suspend: true,
  template: { ...endingTemplate, spec: { ...endingTemplate.spec, affinity: kinds } },
});

testChanges('Job', [
  [{}, image('busybox'), 'Invalid template'],
  [{}, node, 'Invalid template'],
  [{}, resources, 'Invalid template'],
  [{ suspend: true }, { ...node, suspend: false }],
  [{ suspend: true }, resources],
  [{ suspend: true }, labelled],
  [{ suspend: true }, image('busybox'), 'Invalid template.spec'],
  [affinity({ nodeAffinity: {} }), affinity({})],
  [affinity({}), { suspend: true }],
  [{ suspend: true }, affinity({})],
  [affinity({ nodeAffinity: {} }), { suspend: true }],
  [affinity({ podAffinity: {} }), { suspend: true }, 'Invalid template.spec'],
  [{ suspend: true }, affinity({ podAffinity: {} }), 'Invalid template.spec'],
]);
testChanges(
  'Job',
  [
    [{ suspend: true }, node],
    [{ suspend: true }, resources, 'Invalid template'],
  ],
  34,
);

test('a suspended Job that has run takes a new node selector only when its Pods are gone, and not before 1.36', () => {
  const suspended = (status: Fields): Manifest => ({
    ...workload('Job', { suspend: true }),
    status: { startTime: '2020-01-01T00:00:00Z', ...status },
  });
  const changed = workload('Job', { ...node, suspend: true });
  const gone = { conditions: [{ type: 'Suspended', status: 'True' }] };
  assert.deepEqual(updateErrors(suspended(gone), changed), []);
  assert.deepEqual(updateErrors(suspended({}), changed), ['FieldValueInvalid spec.template']);
  assert.deepEqual(updateErrors(suspended({ ...gone, active: 1 }), changed), ['FieldValueInvalid spec.template']);
  assert.deepEqual(updateErrors(suspended(gone), changed, 35), ['FieldValueInvalid spec.template']);
});

test('a Job keeps the selector and labels that the server made up', () => {
  const uid = 'b3c6a1c2-0000-4000-8000-000000000000';
  const labels = {
    'controller-uid': uid,
    'batch.kubernetes.io/controller-uid': uid,
    'job-name': 'a',
    'batch.kubernetes.io/job-name': 'a',
  };
  const stored = workload(
    'Job',
    {
      selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } },
      template: { ...endingTemplate, metadata: { labels } },
    },
    { uid },
  );
  assert.deepEqual(updateErrors(stored, workload('Job')), []);
  assert.deepEqual(updateErrors(stored, stored), []);
});

testChanges('CronJob', [
  [{}, { schedule: '@daily', suspend: true, jobTemplate: { spec: image('busybox') } }],
  [{}, { schedule: 'TZ=UTC * * * * *' }, 'Invalid schedule'],
  [{ schedule: 'TZ=UTC * * * * *' }, { schedule: 'CRON_TZ=UTC 1 * * * *' }],
  [{ schedule: 'TZ=UTC * * * * *' }, { schedule: 'TZ=Mars 1 * * * *' }, 'Invalid schedule'],
  [{ schedule: 'TZ=UTC * * * * *' }, { schedule: 'TZ=UTC 1 * * * *', timeZone: 'UTC' }, 'Invalid schedule'],
  [{ timeZone: 'utc' }, { timeZone: 'utc', suspend: true }],
  [{}, { timeZone: 'utc' }, 'Invalid timeZone'],
]);

const data = { kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 'b' }, immutable: true };

for (const kind of ['ConfigMap', 'Secret']) {
  const stored = { ...data, kind, data: { a: 'Yg==' } };
  test(`an immutable ${kind}`, () => {
    assert.deepEqual(updateErrors(stored, stored), []);
    assert.deepEqual(updateErrors(stored, { ...stored, data: { a: 'Yw==' } }), ['FieldValueForbidden data']);
    assert.deepEqual(updateErrors(stored, { ...stored, immutable: false }), ['FieldValueForbidden immutable']);
    assert.deepEqual(updateErrors({ ...stored, immutable: false }, { ...stored, data: {} }), []);
  });
}

test('binaryData of an immutable ConfigMap', () => {
  assert.deepEqual(updateErrors(data, { ...data, binaryData: { b: '' } }), ['FieldValueForbidden binaryData']);
});

test('a Secret keeps its type', () => {
  const secret = { kind: 'Secret', metadata: { name: 'a' }, type: 'example.com/a', stringData: { a: 'b' } };
  assert.deepEqual(updateErrors(secret, { ...secret, type: 'Opaque' }), ['FieldValueInvalid type']);
  assert.deepEqual(updateErrors(secret, { ...secret, type: undefined }), ['FieldValueInvalid type']);
  assert.deepEqual(updateErrors({ ...secret, type: undefined }, { ...secret, type: 'Opaque' }), []);
});

test('an immutable Secret may say the same in other words', () => {
  const secret = { kind: 'Secret', metadata: { name: 'a' }, immutable: true };
  assert.deepEqual(updateErrors({ ...secret, stringData: { a: '\u00e4' } }, { ...secret, data: { a: 'w6Q=' } }), []);
});

test('an error of an update points at the narrowest field that changed', () => {
  assert.deepEqual(
    update(workload('Job'), workload('Job', image('busybox'))).map(({ at }) => String(at)),
    ['spec.template.spec.containers[0].image'],
  );
  assert.deepEqual(
    update(workload('StatefulSet'), workload('StatefulSet', { serviceName: 'b' })).map(({ at }) => String(at)),
    ['spec.serviceName'],
  );
});
