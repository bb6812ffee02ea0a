import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RolesByPath } from '@podlint/engine';

const fits = (pattern: string, path: string): boolean =>
  new RolesByPath([[pattern, 'test resource']]).get(path) !== undefined;

test('a path is meant by itself, and by patterns as filepath.Match of Go reads them', () => {
  const cases: readonly (readonly [pattern: string, path: string, isMeant: boolean])[] = [
    ['a/pod.yaml', 'a/pod.yaml', true],
    ['a/*.yaml', 'a/pod.yaml', true],
    ['a/*.yaml', 'a/b/pod.yaml', false],
    ['*', 'a/b', false],
    ['a/p?d.yaml', 'a/pod.yaml', true],
    ['a/p?d.yaml', 'a/pd.yaml', false],
    ['a/*-*.yaml', 'a/web-1-2.yaml', true],
    ['a/*-*.yaml', 'a/web.yaml', false],
    ['a/**', 'a/', true],
    ['a.*', 'axyaml', false],
    ['*b', 'aab', true],
    ['*ab*b', 'aabab', true],
  ];
  for (const [pattern, path, isMeant] of cases) assert.equal(fits(pattern, path), isMeant, `${pattern} ${path}`);
});

test('what comes later counts, and a name goes over a pattern', () => {
  const roles = new RolesByPath([
    ['a/*', 'test resource'],
    ['a/p*', 'test assertion'],
    ['a/pod.yaml', 'kustomize patch'],
  ]);
  assert.deepEqual(
    ['a/x', 'a/px', 'a/pod.yaml'].map((path) => roles.get(path)),
    ['test resource', 'test assertion', 'kustomize patch'],
  );
});

test("a stranger's pattern does not hold up a run", () => {
  const began = process.cpuUsage();
  assert.equal(fits(`${'*a'.repeat(200)}b`, 'a'.repeat(5000)), false);
  const { user } = process.cpuUsage(began);
  assert.ok(user < 1e6, `${user} microseconds`);
});
