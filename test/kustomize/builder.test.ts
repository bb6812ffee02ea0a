import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, createBuilder, type BuildFiles, type BuildResult } from 'podlint/kustomize';
import { recordedTrees } from './recorded.js';

function foldersOf(files: BuildFiles): string[] {
  const names = Object.keys(files).filter((name) => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(name));
  return [...new Set(names.map((name) => name.split('/').slice(0, -1).join('/') || '.'))];
}

/** Everything that a result tells, with the origin of each name. */
function told({ documents, errors, unusedVars }: BuildResult): unknown {
  return {
    documents: documents.map(({ value, originOf }) => [value, originOf([]), originOf(['metadata', 'name'])]),
    errors,
    unusedVars,
  };
}

test('a builder makes of every root what a build of that root alone makes', () => {
  let shared = 0;
  for (const { id, files } of recordedTrees()) {
    const folders = foldersOf(files);
    if (folders.length < 2) continue;
    shared++;
    const builder = createBuilder(files);
    for (const folder of [...folders, ...folders.toReversed()])
      assert.deepEqual(told(builder.build(folder)), told(build(files, folder)), `${id} ${folder}`);
  }
  assert.ok(shared > 500);
});

test('a base that was built alone is still a cycle where it leads back', () => {
  const files = {
    'a/kustomization.yaml': 'resources: [../b]',
    'b/kustomization.yaml': 'resources: [../c, b.yaml]',
    'b/b.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: b}',
    'c/kustomization.yaml': 'resources: [c.yaml]',
    'c/c.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: c}',
    'c/d/kustomization.yaml': 'resources: [../../b]',
  };
  const builder = createBuilder(files);
  assert.equal(builder.build('a').documents.length, 2);
  assert.deepEqual(
    builder.build('c/d').errors.map((error) => error.class),
    ['cycle'],
  );
});

test('what one build does to a shared base is not seen by another', () => {
  const overlay = (name: string): string => `resources: [../base]\nnamePrefix: ${name}-\ncommonLabels: {of: ${name}}\n`;
  const files = {
    'base/kustomization.yaml': 'resources: [pod.yaml]\n',
    'base/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
    'one/kustomization.yaml': overlay('one'),
    'two/kustomization.yaml': overlay('two'),
  };
  const builder = createBuilder(files);
  const names = ['one', 'two', 'one', 'base'].map((root) => builder.build(root).documents[0]!.value);
  assert.deepEqual(names, [
    { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { of: 'one' }, name: 'one-web' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { of: 'two' }, name: 'two-web' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { of: 'one' }, name: 'one-web' } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } },
  ]);
});
