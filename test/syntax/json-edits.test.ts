import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  applyEdits,
  insertField,
  insertItem,
  nestEntry,
  parseText,
  renameKey,
  replaceScalar,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';

const text = '{"spec": {"containers": [{"name": "a", "image": 5, "command": ["x"]}], "empty": {}}}';

function edited(edit: (document: YamlDocument) => readonly TextEdit[] | undefined): unknown {
  const [document] = parseText(text).documents;
  return JSON.parse(applyEdits(text, edit(document!)!));
}

describe('an edit of JSON leaves JSON', () => {
  const original = JSON.parse(text) as { spec: { containers: object[]; empty: object } };
  const [container] = original.spec.containers;

  test('with a new field', () => {
    const got = edited((document) =>
      insertField(document, document.at(['spec', 'containers', 0])!, 'securityContext', { runAsUser: 7, add: ['yes'] }),
    );
    assert.deepEqual(got, {
      spec: { ...original.spec, containers: [{ ...container, securityContext: { runAsUser: 7, add: ['yes'] } }] },
    });
  });

  test('with a field in empty braces', () => {
    assert.deepEqual(
      edited((document) => insertField(document, document.at(['spec', 'empty'])!, 'a', 'b')),
      { spec: { ...original.spec, empty: { a: 'b' } } },
    );
  });

  test('with a new item', () => {
    assert.deepEqual(
      edited((document) => insertItem(document, document.at(['spec', 'containers', 0, 'command'])!, 'on')),
      { spec: { ...original.spec, containers: [{ ...container, command: ['x', 'on'] }] } },
    );
  });

  test('with another value', () => {
    assert.deepEqual(
      edited((document) => replaceScalar(document, document.at(['spec', 'containers', 0, 'image'])!, 'web')),
      { spec: { ...original.spec, containers: [{ ...container, image: 'web' }] } },
    );
  });

  test('with another key', () => {
    assert.deepEqual(
      edited((document) => renameKey(document, document.at(['spec', 'empty'])!, 'full')),
      { spec: { containers: original.spec.containers, full: {} } },
    );
  });

  test('with a mapping around a field', () => {
    assert.deepEqual(
      edited((document) => nestEntry(document, document.at(['spec', 'containers', 0, 'command'])!, 'exec')),
      { spec: { ...original.spec, containers: [{ name: 'a', image: 5, exec: { command: ['x'] } }] } },
    );
  });
});
