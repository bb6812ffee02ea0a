import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateCreate, validateUpdate } from '@podlint/kinds';
import { findKindByName, type Kind } from '@podlint/model';

type Metadata = { readonly name: string; readonly namespace?: string };

const namespaced = findKindByName('ConfigMap')!;
const clusterWide: Kind = { ...namespaced, scope: 'cluster' };

/** The namespace that an object is stored in. */
function namespaceOf(kind: Kind, metadata: Metadata): string | undefined {
  const object = { metadata: { ...metadata } };
  assert.deepEqual(validateCreate(kind, object, 36).errors, []);
  return object.metadata.namespace;
}

test('an object takes the namespace of the request, unless it names one', () => {
  assert.equal(namespaceOf(namespaced, { name: 'a' }), 'default');
  assert.equal(namespaceOf(namespaced, { name: 'a', namespace: 'b' }), 'b');
});

test('outside of namespaces the server takes what a manifest says of one away', () => {
  assert.equal(namespaceOf(clusterWide, { name: 'a' }), undefined);
  assert.equal(namespaceOf(clusterWide, { name: 'a', namespace: 'b' }), undefined);
  const update = validateUpdate(
    clusterWide,
    { metadata: { name: 'a' } },
    { metadata: { name: 'a', namespace: 'b' } },
    36,
  );
  assert.deepEqual(update.errors, []);
});

test('a new object cannot say which version of it is stored', () => {
  const errorsOf = (resourceVersion: string, name = 'a'): string[] =>
    validateCreate(namespaced, { metadata: { name, resourceVersion } }, 36).errors.map(
      ({ type, field }) => `${type} ${field.toString()}`,
    );
  const refused = ['InternalError metadata.resourceVersion'];
  for (const version of ['1', '007', '18446744073709551615']) assert.deepEqual(errorsOf(version), refused, version);
  for (const version of ['', '0', '00', 'abc', '-1', '1_0', '18446744073709551616'])
    assert.deepEqual(errorsOf(version), [], version);
  assert.deepEqual(errorsOf('1', 'A'), ['FieldValueInvalid metadata.name'], 'what else is wrong comes first');
  const update = validateUpdate(
    namespaced,
    { metadata: { name: 'a' } },
    { metadata: { name: 'a', resourceVersion: '1' } },
    36,
  );
  assert.deepEqual(update.errors, []);
});
