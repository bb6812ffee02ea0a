import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { type Case, type Fields, expected, workload } from './workload-kit.js';

/** Tests metadata of a ReplicaSet, whose checks are everybody's; paths are those below metadata. */
function testMetadata(cases: readonly Case[]): void {
  for (const [metadata, ...errors] of cases) {
    test(JSON.stringify(metadata).slice(0, 200), () => {
      assert.deepEqual(errorsOf(workload('ReplicaSet', {}, metadata)), expected(errors, 'metadata'));
    });
  }
}

const long = 'a'.repeat(254);

testMetadata([
  [{ name: 'a.b-c' }],
  [{ name: '' }, 'Required name'],
  [{ name: 'A' }, 'Invalid name'],
  [{ name: 'a_b' }, 'Invalid name'],
  [{ name: long }, 'Invalid name'],
  [{ name: undefined, generateName: 'a-' }],
  [{ name: undefined, generateName: 'AB-' }, 'Invalid generateName', 'Invalid name'],
  // The server looks past the last two characters of "a_-" when it checks a name's beginning, but not at the name that
  // comes of it.
  [{ name: undefined, generateName: 'a_-' }, 'Invalid name'],
  [{ generateName: '-' }, 'Invalid generateName'],
  [{ namespace: 'kube-system' }],
  [{ namespace: 'a.b' }, 'Invalid namespace'],
  [{ generation: -1 }],
  [{ deletionTimestamp: '2020-01-01T00:00:00Z', deletionGracePeriodSeconds: -1 }],
]);

testMetadata([
  [{ labels: { 'example.com/a': 'b', a_b: '', 'A.b': 'A_b.c' } }],
  [{ labels: { 'Example.com/a': 'b' } }, 'Invalid labels'],
  [{ labels: { 'a/b/c': 'd' } }, 'Invalid labels'],
  [{ labels: { '/a': 'b' } }, 'Invalid labels'],
  [{ labels: { '': 'b' } }, 'Invalid labels'],
  [{ labels: { a: 'b c' } }, 'Invalid labels'],
  [{ labels: { a: 'b'.repeat(64) } }, 'Invalid labels'],
  [{ labels: { a: 'ä' } }, 'Invalid labels'],
  [{ annotations: { 'Example.com/A': 'any text', a: 'ä' } }],
  [{ annotations: { 'a b': '' } }, 'Invalid annotations'],
  [{ annotations: { a: 'b'.repeat(256 * 1024 - 1) } }],
  [{ annotations: { a: 'b'.repeat(256 * 1024) } }, 'TooLong annotations'],
  [{ annotations: { a: 'ä'.repeat(128 * 1024) } }, 'TooLong annotations'],
]);

const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'b' };

testMetadata([
  [{ ownerReferences: [owner, { ...owner, controller: true }] }],
  [
    { ownerReferences: [{}] },
    'Invalid ownerReferences.apiVersion',
    'Invalid ownerReferences.kind',
    'Invalid ownerReferences.name',
    'Invalid ownerReferences.uid',
  ],
  [{ ownerReferences: [{ ...owner, apiVersion: 'a/b/c' }] }, 'Invalid ownerReferences.apiVersion'],
  [{ ownerReferences: [{ ...owner, apiVersion: 'apps/' }] }, 'Invalid ownerReferences.apiVersion'],
  [{ ownerReferences: [{ ...owner, apiVersion: 'v1', kind: 'Event' }] }, 'Invalid ownerReferences'],
  [
    {
      ownerReferences: [
        { ...owner, controller: true },
        { ...owner, controller: true },
      ],
    },
    'Invalid ownerReferences',
  ],
  [{ finalizers: ['example.com/a', 'kubernetes', 'orphan'] }],
  [{ finalizers: ['foregroundDeletion', 'orphan'] }, 'Invalid finalizers'],
  [{ finalizers: ['example.com/a', 'b'] }, 'Invalid finalizers[1]'],
  [{ finalizers: ['a b'] }, 'Invalid finalizers', 'Invalid finalizers[0]'],
]);

testMetadata([
  [{ managedFields: [{ operation: 'Apply', fieldsType: 'FieldsV1', manager: 'kubectl' }] }],
  [{ managedFields: [{ operation: 'apply' }] }, 'Invalid managedFields[0].operation'],
  [{ managedFields: [{ operation: 'Update', fieldsType: 'FieldsV2' }] }, 'Invalid managedFields[0].fieldsType'],
  [{ managedFields: [{ operation: 'Update', manager: 'a'.repeat(129) }] }, 'TooLong managedFields[0].manager'],
  [{ managedFields: [{ operation: 'Update', manager: 'a\tb' }] }, 'Invalid managedFields[0].manager'],
  [{ managedFields: [{ operation: 'Update', subresource: 'a'.repeat(257) }] }, 'TooLong managedFields[0].subresource'],
]);

/** Which kinds have names of their own. */
const names: readonly (readonly [kind: string, name: string, ...errors: string[]])[] = [
  ['Pod', 'a.b'],
  ['StatefulSet', 'a'.repeat(63)],
  ['StatefulSet', 'a.b', 'Invalid name'],
  ['StatefulSet', 'a'.repeat(64), 'Invalid name'],
  ['CronJob', 'a'.repeat(52)],
  ['CronJob', 'a'.repeat(53), 'Invalid name'],
  ['Deployment', 'a'.repeat(253)],
];
for (const [kind, name, ...errors] of names) {
  test(`a ${kind} called ${name}`, () =>
    assert.deepEqual(errorsOf(workload(kind, {}, { name })), expected(errors, 'metadata')));
}

test('the name of a Job ends up in labels, and so has 63 characters', () => {
  assert.deepEqual(errorsOf(workload('Job', {}, { name: 'a'.repeat(64) })), ['FieldValueInvalid spec.template.labels']);
});

test("the beginning of a ReplicationController's name only has to fit a URL since 1.35", () => {
  const named = (generateName: string): Fields => ({ generateName });
  assert.deepEqual(errorsOf(workload('ReplicationController', {}, named('A')), 35), []);
  assert.deepEqual(errorsOf(workload('ReplicationController', {}, named('A')), 34), [
    'FieldValueInvalid metadata.generateName',
  ]);
  assert.deepEqual(errorsOf(workload('ReplicationController', {}, named('a/b')), 35), [
    'FieldValueInvalid metadata.generateName',
  ]);
});

test('labels and annotations of a template are reported without "metadata"', () => {
  const template = {
    metadata: { labels: { app: 'a', 'b c': 'd' }, annotations: { 'b c': '' } },
    spec: { containers: [{ name: 'c', image: 'nginx' }] },
  };
  assert.deepEqual(errorsOf(workload('Deployment', { template })), [
    'FieldValueInvalid spec.template.annotations',
    'FieldValueInvalid spec.template.labels',
  ]);
});
