import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, createBuilder, type BuildFiles, type BuildResult } from 'podlint/kustomize';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n';

function buildWith(kustomization: string, more: BuildFiles = {}): BuildResult {
  return build({ 'kustomization.yaml': kustomization, 'pod.yaml': pod, ...more }, '.');
}

function names({ documents }: BuildResult): unknown[] {
  return documents.map(({ value }) => (value as { metadata: { name: string } }).metadata.name);
}

function told({ errors }: BuildResult): unknown[] {
  return errors.map((error) => [error.class, error.messageId, error.skipped]);
}

describe('what is never fetched or run is left out by name, and the rest is built', () => {
  for (const [what, kustomization, found] of [
    ['a remote base', 'resources: [pod.yaml, "https://github.com/a/b//c?ref=v1"]', ['remote', 'remote-root']],
    ['a remote component', 'resources: [pod.yaml]\ncomponents: ["github.com/a/b//c"]', ['remote', 'remote-root']],
    ['a Helm chart', 'resources: [pod.yaml]\nhelmCharts: [{name: a}]', ['plugin', 'helm-chart']],
    ['a remote patch', 'resources: [pod.yaml]\npatches: [{path: "https://a.b/c.yaml"}]', ['remote', 'remote-file']],
    ['a plugin', 'resources: [pod.yaml]\ntransformers: [plugin.yaml]', ['plugin', 'plugin']],
  ] as const)
    test(what, () => {
      const result = buildWith(kustomization, {
        'plugin.yaml': 'apiVersion: a.b/v1\nkind: Mine\nmetadata: {name: x}\n',
      });
      assert.deepEqual(names(result), ['web']);
      assert.deepEqual(told(result), [[found[0], `kustomize/${found[1]}`, true]]);
      assert.ok(result.errors[0]?.place);
    });

  test('the other parts of the kustomization are applied', () => {
    const result = buildWith('resources: ["github.com/a/b", pod.yaml]\nnamePrefix: dev-');
    assert.deepEqual(names(result), ['dev-web']);
  });

  test('in a base, also where a builder built it before', () => {
    const builder = createBuilder({
      'base/kustomization.yaml': 'resources: ["github.com/a/b", pod.yaml]',
      'base/pod.yaml': pod,
      'dev/kustomization.yaml': 'resources: [../base]\nnamePrefix: dev-',
    });
    for (const root of ['base', 'dev', 'base', 'dev'])
      assert.deepEqual(told(builder.build(root)), [['remote', 'kustomize/remote-root', true]]);
  });
});

describe('what may be in it is not missing', () => {
  const remote = 'resources: [pod.yaml, "github.com/a/b"]\n';
  for (const [what, more] of [
    ['the target of a patch', 'patches: [{patch: "{apiVersion: v1, kind: Pod, metadata: {name: other}}"}]'],
    ['an object with replicas', 'replicas: [{name: other, count: 2}]'],
    ['an object that a generator changes', 'configMapGenerator: [{name: other, behavior: merge}]'],
    ['the object of a var', 'vars: [{name: A, objref: {kind: Service, apiVersion: v1, name: other}}]'],
    ['the source of a replacement', 'replacements: [{source: {kind: Service}, targets: [{select: {kind: Pod}}]}]'],
  ] as const)
    test(what, () => {
      const result = buildWith(remote + more);
      assert.deepEqual(names(result), ['web']);
      assert.deepEqual(told(result)[1], ['remote', 'kustomize/needs-left-out', true]);
      assert.deepEqual(buildWith(`resources: [pod.yaml]\n${more}`).documents, []);
    });
});
