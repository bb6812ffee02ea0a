// Names that YAML itself gives, and what a cursor on any name lights up.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  anchorDefinition,
  anchorReferences,
  documentLinks,
  highlights,
  prepareAnchorRename,
  renameAnchor,
  workspaceSymbols,
} from '@podlint/language-server/features';
import type { TextEdit } from 'vscode-languageserver';
import { edited, open, podHead } from './kit.js';

const text = `${podHead}  containers:
    - &base
      name: a
      image: &image registry.example/app:1.2
      resources: &small !!map
        limits: {memory: 64Mi}
    - <<: *base
      name: b
    - name: c
      image: *image
      resources: *small
---
${podHead}  containers: [{name: a, image: &image other}, {name: b, image: *image}]
`;

function marked(word: string, n = 1, by = 1): string {
  let at = -1;
  for (let i = 0; i < n; i++) at = text.indexOf(word, at + 1);
  return `${text.slice(0, at + by)}^${text.slice(at + by)}`;
}

function lines(locations: readonly { readonly range: { readonly start: { readonly line: number } } }[] | undefined) {
  return locations?.map(({ range }) => range.start.line + 1);
}

describe('anchors and aliases', () => {
  const definedAt = (at: string): number[] | undefined => {
    const { file, offset } = open(at);
    return lines(anchorDefinition(file, offset));
  };

  test('an alias leads to its anchor, also one of a merge key, and one that has a tag', () => {
    assert.deepEqual(definedAt(marked('*image')), [9]);
    assert.deepEqual(definedAt(marked('*base')), [7]);
    assert.deepEqual(definedAt(marked('*small')), [10]);
    assert.deepEqual(definedAt(marked('&image')), [9]);
    assert.equal(definedAt(marked('name: c')), undefined);
  });

  test('a document knows only its own', () => assert.deepEqual(definedAt(marked('*image', 2)), [23]));

  test('uses are found, with or without the anchor', () => {
    const { file, offset } = open(marked('&image', 1, 3));
    assert.deepEqual(lines(anchorReferences(file, offset, 'left out')), [15]);
    assert.deepEqual(lines(anchorReferences(file, offset, 'included')), [9, 15]);
  });

  test('are renamed together, and nothing else is', () => {
    const { file, offset } = open(marked('*image', 1, 2));
    assert.equal(prepareAnchorRename(file, offset)?.placeholder, 'image');
    const renamed = renameAnchor(file, offset, 'ours');
    assert.ok(renamed && 'changes' in renamed);
    const after = edited(file, renamed.changes[file.uri] as TextEdit[]);
    assert.equal(after, text.replace('&image', '&ours').replace('*image', '*ours'));
  });

  test('a name that no anchor can have, or another one has, is refused', () => {
    const { file, offset } = open(marked('*image'));
    for (const name of ['', 'a b', 'a]', 'ü', 'base']) {
      const refused = renameAnchor(file, offset, name);
      assert.ok(refused && 'refused' in refused, name);
    }
  });

  test('light up together', () => {
    const { file, offset } = open(marked('*image'));
    assert.deepEqual(
      highlights(file, offset).map(({ range, kind }) => [range.start.line + 1, kind]),
      [
        [9, 3],
        [15, 2],
      ],
    );
  });
});

test('a name lights up where it is given and where it is used in the file', () => {
  const pod = `${podHead}  volumes:\n    - name: da^ta\n  containers:\n    - name: data\n      image: a\n      volumeMounts:\n        - name: data\n          mountPath: /a\n`;
  const { file, offset } = open(pod);
  assert.deepEqual(
    highlights(file, offset).map(({ range, kind }) => [range.start.line + 1, kind]),
    [
      [7, 3],
      [12, 2],
    ],
  );
  assert.deepEqual(highlights(file, 0), []);
});

test('objects of all files are found by the letters of their kinds and names', () => {
  const { service } = open(text, {
    'config.yaml': 'a: b\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: shop}\n',
  });
  assert.deepEqual(
    workspaceSymbols('cfgset', service).map(({ name, containerName, location }) => [
      name,
      containerName,
      'range' in location && location.range.start.line,
    ]),
    [['ConfigMap settings', 'shop', 2]],
  );
  assert.equal(workspaceSymbols('', service).length, 3);
  assert.deepEqual(workspaceSymbols('nothing', service), []);
});

test('volumes link to what they mount', () => {
  const pod = `${podHead}  volumes:\n    - name: a\n      configMap: {name: settings}\n    - name: b\n      secret: {secretName: gone}\n    - name: c\n      projected: {sources: [{configMap: {name: settings}}]}\n  containers: [{name: a, image: registry.example/a:1}]\n`;
  const { file, service } = open(pod, {
    'config.yaml': '# about it\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n',
    'other.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: gone, namespace: other}\n',
  });
  assert.deepEqual(
    documentLinks(file, service).map(({ target, range }) => [target, range.start.line + 1]),
    [
      ['file:///w/config.yaml#L2', 8],
      ['file:///w/config.yaml#L2', 12],
    ],
  );
});
