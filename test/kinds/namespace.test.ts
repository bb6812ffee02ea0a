import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedForm, validateCreate } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const security = 'pod-security.kubernetes.io';
const labelled = (labels: Fields): Fields => ({ metadata: { name: 'a', labels } });

testCreate(
  'Namespace',
  {},
  {
    names: [[{ metadata: { name: 'a.b' } }, ['Invalid metadata.name']]],
    finalizers: [
      [{ spec: { finalizers: ['a.b/c'] } }, []],
      [{ spec: { finalizers: ['a'] } }, ['Invalid spec.finalizers']],
      [{ spec: { finalizers: ['a b'] } }, ['Invalid spec.finalizers']],
    ],
    'labels of Pod Security': [
      [labelled({ [`${security}/enforce`]: 'baseline', [`${security}/warn-version`]: 'v1.30' }), []],
      [labelled({ [`${security}/enforce`]: 'strict' }), [`Invalid metadata.labels[${security}/enforce]`]],
      [labelled({ [`${security}/audit-version`]: '1.30' }), [`Invalid metadata.labels[${security}/audit-version]`]],
      // The plugin is asked only of what the server takes.
      [
        { ...labelled({ [`${security}/enforce`]: 'strict' }), spec: { finalizers: ['a'] } },
        ['Invalid spec.finalizers'],
      ],
    ],
  },
);

const broken = { [`${security}/enforce`]: 'strict' };
testUpdate(
  'Namespace',
  {},
  {
    'labels that are wrong as before pass': [
      [labelled(broken), labelled({ ...broken, [`${security}/warn`]: 'baseline' }), []],
      [
        labelled(broken),
        labelled({ [`${security}/enforce`]: 'loose' }),
        [`Invalid metadata.labels[${security}/enforce]`],
      ],
    ],
  },
);

test('a namespace has its name as a label, also a generated one, and the finalizer of its controller', () => {
  const kind = findKindByName('Namespace')!;
  const object = { metadata: { generateName: 'a-' } };
  assert.deepEqual(validateCreate(kind, object, 36).errors, []);
  assert.deepEqual(storedForm(kind, object, 36), {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { generateName: 'a-', name: 'a-xxxxx', labels: { 'kubernetes.io/metadata.name': 'a-xxxxx' } },
    spec: { finalizers: ['kubernetes'] },
  });
});

test('a namespace is in no namespace', () => {
  assert.deepEqual(remarks('Namespace', { metadata: { name: 'a', namespace: 'b' } }).dropped, ['metadata.namespace']);
});
