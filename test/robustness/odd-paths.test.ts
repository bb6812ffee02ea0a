// A path that can lead nowhere (below a file, in a circle of links, with a name too long) is named, and costs nothing else.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { spawnSync } from 'node:child_process';
import { root } from '../scenarios/run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'podlint-paths-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const command = path.join(root, 'packages/cli/bundle/podlint.js');

writeFileSync(
  path.join(folder, 'pod.yaml'),
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: app, image: "registry.example/app:1.2.3"}]}\n',
);
symlinkSync('circle', path.join(folder, 'circle'));
const long = 'a'.repeat(400);
const odd = { 'below a file': 'pod.yaml/x', 'in a circle': 'circle/x', 'with a long name': long };

function run(...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

for (const [how, place] of Object.entries(odd)) {
  describe(`a path ${how}`, () => {
    test('is no file to check, and says why', () => {
      const { status, said } = run('check', place);
      assert.equal(status, 2, said);
      assert.ok(said.includes(`"${place}" is not checked: `), said);
      assert.doesNotMatch(said, /\bE[A-Z]{4,}\b/);
    });

    test('is no config file', () => {
      const { status, said } = run('check', '--config', place, 'pod.yaml');
      assert.equal(status, 2, said);
      assert.match(said, /config file/);
    });

    test('is a file that a kustomization misses, and other files are judged', () => {
      mkdirSync(path.join(folder, 'build'), { recursive: true });
      writeFileSync(path.join(folder, 'build/kustomization.yaml'), `resources:\n  - service.yaml\n  - ../${place}\n`);
      writeFileSync(
        path.join(folder, 'service.yaml'),
        'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 99999}]}\n',
      );
      const { status, said } = run('check', 'build', 'service.yaml');
      assert.equal(status, 1, said);
      assert.match(said, /kustomize\/missing-file/);
      assert.match(said, /99999/);
    });
  });
}

test('a scenario is no file, however long it is', () => {
  const scenario = `app: ready after 20s${'; app: exits 0 after 30s'.repeat(30)}`;
  const { status, said } = run('explain', 'pod.yaml', '--life', scenario);
  assert.equal(status, 0, said);
  assert.match(said, /Stays Running/);
});
