import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remarks, testCreate } from './kind-cases.js';

testCreate(
  'ServiceAccount',
  {},
  {
    names: [
      [{ metadata: { name: 'a.b' } }, []],
      [{ metadata: { name: 'a_b' } }, ['Invalid metadata.name']],
    ],
  },
);

test('of a Secret a service account keeps the name', () => {
  const account = { metadata: { name: 'a' }, secrets: [{ name: 'b' }, { name: 'c', kind: 'Secret', namespace: 'd' }] };
  assert.deepEqual(remarks('ServiceAccount', account).dropped, ['secrets[1].kind', 'secrets[1].namespace']);
});

test('since 1.32 the server remarks on an annotation', () => {
  const annotations = { 'kubernetes.io/enforce-mountable-secrets': 'true' };
  const account = { metadata: { name: 'a', annotations } };
  assert.equal(remarks('ServiceAccount', account).warnings.length, 1);
  assert.equal(remarks('ServiceAccount', account, 31).warnings.length, 0);
});
