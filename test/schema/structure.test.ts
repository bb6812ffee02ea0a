import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FieldPath } from '@podlint/field-path';
import { findKindByName, kinds, type Kind } from '@podlint/model';
import { definitionOf, fieldAt, fieldsOf } from '@podlint/schema';

function kind(name: string): Kind {
  const found = findKindByName(name);
  assert.ok(found);
  return found;
}

describe('the structure of a kind', () => {
  test('is there for every kind', () => {
    for (const each of kinds)
      assert.ok(
        fieldsOf(each, FieldPath.root, 36).some(({ name }) => name === 'metadata'),
        each.kind,
      );
  });

  test('leads from a path to its field', () => {
    const container = FieldPath.root.child('spec', 'template', 'spec', 'containers').index(0);
    assert.deepEqual(fieldAt(kind('Deployment'), container, 36), { type: 'core.v1.Container' });
    assert.equal(fieldAt(kind('Deployment'), container.child('resources', 'limits').key('cpu'), 36)?.type, 'quantity');
    assert.equal(fieldAt(kind('Deployment'), container.child('nothing', 'at', 'all'), 36), undefined);
    assert.equal(fieldAt(kind('Pod'), FieldPath.root.child('spec', 'constructor'), 36), undefined);
  });

  test('knows which version has a field', () => {
    const names = (minor: number): string[] =>
      fieldsOf(kind('Pod'), FieldPath.root.child('spec'), minor).map(({ name }) => name);
    assert.deepEqual(
      [31, 32].map((minor) => names(minor).includes('resources')),
      [false, true],
    );
    assert.deepEqual(
      [34, 35, 36].map((minor) => names(minor).includes('workloadRef')),
      [false, true, false],
    );
  });

  test('says what is required', () => {
    const required = fieldsOf(kind('Pod'), FieldPath.root.child('spec', 'containers').index(0), 36).filter(
      (field) => field.required,
    );
    assert.deepEqual(
      required.map(({ name }) => name),
      ['name'],
    );
  });

  test('has no fields for lists, maps and plain values', () => {
    for (const path of [['spec', 'containers'], ['metadata', 'labels'], ['metadata', 'name'], ['foo']])
      assert.deepEqual(fieldsOf(kind('Pod'), FieldPath.root.below(path), 36), []);
  });

  test('refers only to definitions that it has', () => {
    const seen = new Set<string>();
    const visit = (type: string): void => {
      if (seen.has(type)) return;
      seen.add(type);
      const definition = definitionOf(type);
      assert.ok(definition, type);
      for (const field of Object.values(definition)) if (field.type.includes('.')) visit(field.type);
    };
    for (const each of kinds) visit(each.definition);
    assert.ok(seen.size > 150);
  });
});
