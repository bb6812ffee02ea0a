// What nobody named may be a pipe, and to open one waits until somebody writes into it: each run comes to an end without it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root } from '../scenarios/run.js';

const top = mkdtempSync(path.join(tmpdir(), 'podlint-pipes-'));
after(() => {
  rmSync(top, { recursive: true, force: true });
});
const command = path.join(root, 'packages/cli/bundle/podlint.js');
const hasPipes = spawnSync('mkfifo', [path.join(top, 'try')]).status === 0;
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "x:1"}]}\n';

/** A repository with a manifest, files, and pipes. */
function repository(name: string, pipes: readonly string[], files: Readonly<Record<string, string>> = {}): string {
  const folder = path.join(top, name);
  mkdirSync(folder);
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  for (const [file, text] of Object.entries({ 'pod.yaml': pod, ...files }))
    writeFileSync(path.join(folder, file), text);
  for (const pipe of pipes) {
    mkdirSync(path.dirname(path.join(folder, pipe)), { recursive: true });
    spawnSync('mkfifo', [path.join(folder, pipe)]);
  }
  return folder;
}

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** The status is null where it had to be ended. */
function run(cwd: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    timeout: 60_000,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

test('pipes', { skip: !hasPipes && 'this machine makes none' }, async (t) => {
  for (const name of ['kustomization.yaml', '.gitignore', 'podlint-baseline.json', 'chart/Chart.yaml', 'other.yaml'])
    await t.test(`${name} in a tree is passed over`, () => {
      const { status, said } = run(repository(name.replace('/', '-'), [name]), '.', '--preset', 'none');
      assert.equal(status, 0, said);
    });

  for (const setting of ['baseline: a', 'crds: [a]', 'policies: [a]', 'extends: ./a.yaml', 'format: json=a'])
    await t.test(`a config that says "${setting}" is refused`, () => {
      const name = setting.includes('a.yaml') ? 'a.yaml' : 'a';
      const folder = repository(setting.replaceAll(/\W/g, ''), [name], { 'podlint.config.yaml': `${setting}\n` });
      const { status, said } = run(folder, 'pod.yaml');
      assert.equal(status, 2, said);
      assert.match(said, /neither a file nor a folder/);
    });

  await t.test('what other linters are set up by is passed over by init', () => {
    const folder = repository('peers', ['.kube-linter.yaml', 'polaris.yaml', '.checkov.yaml', 'kind.yaml']);
    const { status, said } = run(folder, 'init', '--import', '--yes');
    assert.equal(status, 0, said);
    assert.ok(existsSync(path.join(folder, 'podlint.config.yaml')));
  });

  await t.test('in the place of what init writes is told of', () => {
    const folder = repository('hooks', ['.pre-commit-config.yaml']);
    const { status, said } = run(folder, 'init', '--yes');
    assert.equal(status, 2, said);
    assert.match(said, /"\.pre-commit-config\.yaml" is in the way/);
  });

  await t.test('in the place of a tracked file counts as a change', () => {
    const folder = repository('tracked', []);
    const git = (...args: string[]): unknown => spawnSync('git', args, { cwd: folder });
    git('add', '--all');
    git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'a');
    rmSync(path.join(folder, 'pod.yaml'));
    spawnSync('mkfifo', [path.join(folder, 'pod.yaml')]);
    const { status, said } = run(folder, '--changed=HEAD', '.', '--allow-empty');
    assert.equal(status, 0, said);
  });
});

test('init writes through no link that leads out of the repository', () => {
  const folder = repository('links', []);
  const outside = path.join(top, 'outside.yaml');
  writeFileSync(outside, 'repos: []\n');
  symlinkSync(outside, path.join(folder, '.pre-commit-config.yaml'));
  const { status, said } = run(folder, 'init', '--yes', '--force');
  assert.equal(status, 2, said);
  assert.match(said, /leads out of the repository/);
  assert.equal(readFileSync(outside, 'utf8'), 'repos: []\n');
});
