// The hooks of .pre-commit-hooks.yaml, run by the real pre-commit on real repositories.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  documented,
  git,
  gitRepository,
  must,
  provide,
  releasedRepository,
  root,
  run,
  temporaryFolder,
  writeFiles,
} from '../kit.mjs';

const version = '4.7.0';
const { folder: environment, skip } = provide({
  name: 'pre-commit',
  version,
  programs: ['python3', 'git'],
  install: (folder) => {
    must('python3', ['-m', 'venv', folder]);
    must(path.join(folder, 'bin/pip'), ['install', '--quiet', '--no-input', `pre-commit==${version}`]);
  },
});

const container =
  '{name: app, image: "registry.example/app:5", resources: {requests: {cpu: 1, memory: 1Gi}, limits: {cpu: 1, memory: 1Gi}}}';
const pod = (name, field = 'containers') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  ${field}: [${container}]\n`;
const fixable =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containrs: # typed in a hurry\n    - {name: app, image: "registry.example/app:5"}\n';

describe('pre-commit', { skip }, () => {
  // Hooks are installed once for all tests; a home of its own keeps the user's out of it.
  const home = path.join(root, '.cache/integrations/pre-commit-home');
  const released = path.join(root, '.cache/integrations/pre-commit-release');
  let tag = '';

  before(() => {
    for (const folder of [home, released]) rmSync(folder, { recursive: true, force: true });
    ({ tag } = releasedRepository(released));
  });
  after(() => {
    for (const folder of [home, released]) rmSync(folder, { recursive: true, force: true });
  });

  const preCommit = (folder, ...args) =>
    run(path.join(environment, 'bin/pre-commit'), args, {
      cwd: folder,
      env: { ...process.env, PRE_COMMIT_HOME: home, PRE_COMMIT_COLOR: 'never' },
    });

  /** A repository that uses the hook at the tag, with its files staged. */
  function repositoryWith(context, files, hook = 'podlint', more = '') {
    const folder = gitRepository(temporaryFolder(context));
    const config = documented('pre-commit')
      .replace('https://github.com/podlint/podlint', released)
      .replace('- id: podlint\n', `- id: ${hook}\n${more}`);
    writeFiles(folder, { '.pre-commit-config.yaml': config, ...files });
    git(folder, 'add', '--all');
    return folder;
  }

  test('installs from the tag without building, and passes', (context) => {
    const folder = repositoryWith(context, { 'pod.yaml': pod('a') });
    const start = Date.now();
    const { status, stdout } = preCommit(folder, 'run');
    context.diagnostic(`installed and run in ${((Date.now() - start) / 1000).toFixed(1)} s`);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^podlint\.+Passed$/m);
  });

  test('stops a commit, and says where and why', (context) => {
    const folder = repositoryWith(context, { 'a b/my pod.yaml': pod('a', 'containrs') });
    must(path.join(environment, 'bin/pre-commit'), ['install'], {
      cwd: folder,
      env: { ...process.env, PRE_COMMIT_HOME: home },
    });
    const { status, stderr } = run('git', ['commit', '--message', 'a'], {
      cwd: folder,
      env: { ...process.env, PRE_COMMIT_HOME: home },
    });
    assert.equal(status, 1);
    assert.match(stderr, /^error\[schema\/unknown-field\][^\n]*\n {2}--> a b\/my pod\.yaml:5:3 /m);
    assert.match(stderr, /exit code: 1/);
  });

  test('sees many files in one process, whatever their names', (context) => {
    const names = Array.from({ length: 600 }, (_, index) => `apps/team ${index % 7}/p-${index}.yaml`);
    const odd = ["it's.yaml", 'ümläut.yaml', '$(touch owned).yaml', 'a"b.yaml', 'c;d.yaml'];
    const folder = repositoryWith(
      context,
      Object.fromEntries(
        [...names, ...odd].map((name, index) => [
          name,
          pod(`p-${index}`, index % 100 === 0 ? 'containrs' : 'containers'),
        ]),
      ),
    );
    const { status, stdout } = preCommit(folder, 'run');
    assert.equal(status, 1);
    assert.equal(stdout.match(/^error\[schema\/unknown-field\]/gm).length, 7);
    assert.equal(
      stdout.match(/^FAILED .* 605 of 606 objects judged/gm)?.length,
      1,
      'one summary, for all files and the configuration of pre-commit',
    );
    assert.equal(existsSync(path.join(folder, 'owned')), false);
  });

  test('sees what is wrong between two files', (context) => {
    const preset = (name, value) =>
      `apiVersion: settings.k8s.io/v1alpha1\nkind: PodPreset\nmetadata: {name: ${name}}\nspec:\n  selector: {matchLabels: {app: web}}\n  env: [{name: LEVEL, value: "${value}"}]\n`;
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`pods/${index}.yaml`, pod(`p-${index}`)]),
    );
    const folder = repositoryWith(context, {
      'a.yaml': preset('a', 1),
      'z.yaml': preset('z', 2),
      ...many,
      'web.yaml': pod('web').replace('{name: web}', '{name: web, labels: {app: web}}'),
    });
    assert.match(preCommit(folder, 'run').stdout, /^error\[podpreset\/(presets-)?conflict\]/m);
  });

  test('run in parallel by a user who wants so, no output is lost or mixed', (context) => {
    const files = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `p-${String(index).padStart(3, '0')}.yaml`,
        pod(`p-${index}`, index % 2 === 0 ? 'containrs' : 'containers'),
      ]),
    );
    const folder = repositoryWith(
      context,
      files,
      'podlint',
      '        require_serial: false\n        args: [--quiet]\n',
    );
    const { stdout } = preCommit(folder, 'run');
    const found = stdout.match(/^error\[schema\/unknown-field\][^\n]*\n {2}--> p-\d+\.yaml:5:3 /gm);
    assert.equal(new Set(found).size, 250);
    assert.equal(found.length, 250);
  });

  test('the fix hook mends files, fails for it, and has nothing to do the next time', (context) => {
    const folder = repositoryWith(context, { 'my pod.yaml': fixable }, 'podlint-fix');
    const first = preCommit(folder, 'run');
    assert.equal(first.status, 1);
    assert.match(first.stdout, /files were modified by this hook/);
    assert.equal(
      readFileSync(path.join(folder, 'my pod.yaml'), 'utf8').includes('  containers: # typed in a hurry\n'),
      true,
    );
    git(folder, 'add', '--all');
    assert.equal(preCommit(folder, 'run').status, 0);
  });

  test('passes over files that are none of its business', (context) => {
    const folder = repositoryWith(context, {
      'podlint.config.yaml': 'rules:\n  pods/bare: off\nignore: [vendor/]\n',
      'vendor/pod.yaml': pod('a', 'containrs'),
      'empty.yaml': '',
      'tsconfig.json': '{\n  // comments are allowed here\n  "strict": true,\n}\n',
      'chart/templates/pod.yaml': 'kind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n',
    });
    for (const file of ['vendor/pod.yaml', 'empty.yaml', 'tsconfig.json', 'chart/templates/pod.yaml']) {
      const { status, stdout } = preCommit(folder, 'run', '--files', file);
      assert.equal(status, 0, stdout);
    }
  });

  test('takes arguments, and ends with the exit code of a mistake in them', (context) => {
    const folder = repositoryWith(
      context,
      { 'pod.yaml': pod('a') },
      'podlint',
      '        args: [--kubernetes-version, newest]\n',
    );
    const { status, stdout } = preCommit(folder, 'run');
    assert.equal(status, 1);
    assert.match(stdout, /exit code: 2/);
    assert.match(stdout, /"newest" is no version of Kubernetes/);
  });

  test('autoupdate finds the release from the default branch', (context) => {
    const folder = repositoryWith(context, {});
    const config = path.join(folder, '.pre-commit-config.yaml');
    writeFileSync(config, readFileSync(config, 'utf8').replace(tag, 'v0.0.1'));
    assert.equal(preCommit(folder, 'autoupdate').status, 0);
    assert.match(readFileSync(config, 'utf8'), new RegExp(`rev: ${tag}$`, 'm'));
  });

  test('at a commit that is no release it is built from source', (context) => {
    const folder = repositoryWith(context, { 'pod.yaml': pod('a', 'containrs') });
    const start = Date.now();
    const { status, stdout } = preCommit(
      folder,
      'try-repo',
      released,
      'podlint',
      '--ref',
      git(released, 'rev-parse', 'main').trim(),
    );
    context.diagnostic(`built, installed and run in ${((Date.now() - start) / 1000).toFixed(1)} s`);
    assert.equal(status, 1);
    assert.match(stdout, /schema\/unknown-field/, stdout);
  });
});
