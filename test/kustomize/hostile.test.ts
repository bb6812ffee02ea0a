import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { build, type BuildFiles, type ErrorClass } from 'podlint/kustomize';

/** The class of the one error of a build of the top folder. */
function failure(files: BuildFiles): ErrorClass | undefined {
  return build(files, '.').errors[0]?.class;
}

const map = (name: string, rest = ''): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n${rest}`;

describe('nothing leads out of the tree, or round in it', () => {
  test('a cycle', () => {
    assert.equal(
      failure({
        'kustomization.yaml': 'resources: [a]',
        'a/kustomization.yaml': 'resources: [../b]',
        'b/kustomization.yaml': 'resources: [../a]',
      }),
      'cycle',
    );
  });
  test('a file outside the folder', () => {
    const files = { 'app/kustomization.yaml': 'resources: [../a.yaml]', 'a.yaml': map('a') };
    assert.equal(build(files, 'app').errors[0]?.class, 'outside-root');
  });
  test('a path above the top of the tree', () =>
    assert.equal(failure({ 'kustomization.yaml': 'resources: [../../../../etc/passwd]' }), 'missing-file'));
  test('an anchor that contains itself', () =>
    assert.equal(
      failure({ 'kustomization.yaml': 'resources: [a.yaml]', 'a.yaml': map('a', 'data: &x {a: *x}\n') }),
      'yaml',
    ));
});

describe('names that stand on every object are names as others', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    test(name, () => {
      const { documents, errors } = build(
        {
          'kustomization.yaml': `resources: [a.yaml]\ncommonLabels: {${name}: x}\nconfigMapGenerator: [{name: g, literals: ["${name}=1"]}]\n`,
          'a.yaml': map('a', `data: {${name}: v}\n`),
        },
        '.',
      );
      assert.deepEqual(errors, []);
      const [written, generated] = documents.map(({ value }) => JSON.stringify(value));
      assert.ok(written?.includes(`"data":{"${name}":"v"}`) && written.includes(`"labels":{"${name}":"x"}`));
      assert.ok(generated?.includes(`"data":{"${name}":"1"}`));
      assert.equal(({} as Record<string, unknown>).x, undefined);
    });
});

describe('a text that is too much is refused', () => {
  test('aliases of aliases', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}*l${i}]`);
    const text = map('a', `data:\n  l0: &l0 [x]\n${levels.map((line) => `  ${line}\n`).join('')}`);
    assert.equal(failure({ 'kustomization.yaml': 'resources: [a.yaml]', 'a.yaml': text }), 'yaml');
  });
  test('thousands of levels', () => {
    const text = map('a', `data: ${'['.repeat(9000)}${']'.repeat(9000)}\n`);
    const { errors } = build({ 'kustomization.yaml': 'resources: [a.yaml]', 'a.yaml': text }, '.');
    assert.ok(errors.length <= 1);
  });
});
