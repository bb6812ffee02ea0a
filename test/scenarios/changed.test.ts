/** `podlint check --changed` in real git repositories. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { Report } from 'podlint';
import { root } from './run.js';

const podlint = path.join(root, 'packages/cli/bundle/podlint.js');
const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const noGit = spawnSync('git', ['--version']).error ? 'this machine has no git' : false;

describe('--changed', { concurrency: 2, skip: noGit }, () => {
  test('chooses what was committed on the branch, staged, changed and added since it left the default branch', () => {
    const folder = repository({
      'kept.yaml': pod('kept'),
      'committed.yaml': pod('a'),
      'staged.yaml': pod('a'),
      'edited.yaml': pod('a'),
      'deleted.yaml': pod('a'),
      'moved.yaml': pod('moved'),
      '.gitignore': 'build/\n',
    });
    git(folder, 'switch', '--quiet', '--create', 'feature');
    write(folder, { 'committed.yaml': pod('b') });
    git(folder, 'commit', '--quiet', '--all', '--message', 'b');
    write(folder, { 'staged.yaml': pod('b') });
    git(folder, 'add', '--all');
    unlinkSync(path.join(folder, 'deleted.yaml'));
    renameSync(path.join(folder, 'moved.yaml'), path.join(folder, 'here.yaml'));
    write(folder, { 'edited.yaml': pod('b'), 'new.yaml': pod('new'), 'build/ignored.yaml': pod('ignored') });
    // What others did on the default branch is no change of ours.
    assert.deepEqual(changedFiles(folder), ['committed.yaml', 'edited.yaml', 'here.yaml', 'new.yaml', 'staged.yaml']);
    git(folder, 'stash', '--quiet', '--include-untracked');
    git(folder, 'switch', '--quiet', 'main');
    write(folder, { 'kept.yaml': pod('others') });
    git(folder, 'commit', '--quiet', '--all', '--message', 'others');
    git(folder, 'switch', '--quiet', 'feature');
    git(folder, 'stash', 'pop', '--quiet', '--index');
    assert.deepEqual(changedFiles(folder), ['committed.yaml', 'edited.yaml', 'here.yaml', 'new.yaml', 'staged.yaml']);
    assert.deepEqual(changedFiles(folder, '--changed=HEAD'), ['edited.yaml', 'here.yaml', 'new.yaml', 'staged.yaml']);
  });

  test('says what it counts from, on stderr', () => {
    const folder = repository({ 'a.yaml': pod('a'), 'b.yaml': pod('b') });
    write(folder, { 'b.yaml': pod('c') });
    const { status, stderr } = run(folder, '--changed');
    assert.equal(status, 0);
    assert.equal(stderr, 'Changed since main: 1 of 2 files.\n');
    assert.equal(run(folder, '--changed', '--quiet').stderr, '');
  });

  test('nothing changed is no failure, and is said', () => {
    const folder = repository({ 'a.yaml': pod('a', 'containrs') });
    const { status, stdout, stderr } = run(folder, '--changed');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: 'Nothing changed since main.\n' });
    assert.equal(stdout, 'NOT CHECKED  no file has changed.\n');
    const report = JSON.parse(run(folder, '--changed', '--format', 'json').stdout) as Report;
    assert.deepEqual(report.files, []);
  });

  test('takes a ref behind it, unless that is a path', () => {
    const folder = repository({ 'deploy/a.yaml': pod('a'), 'b.yaml': pod('b') });
    git(folder, 'tag', 'v1');
    write(folder, { 'deploy/a.yaml': pod('a2') });
    git(folder, 'commit', '--quiet', '--all', '--message', 'a2');
    write(folder, { 'b.yaml': pod('b2') });
    assert.deepEqual(changedFiles(folder, '--changed', 'v1'), ['b.yaml', 'deploy/a.yaml']);
    assert.deepEqual(changedFiles(folder, '--changed', 'v1', 'deploy'), ['deploy/a.yaml']);
    assert.deepEqual(changedFiles(folder, '--changed=v1', 'deploy'), ['deploy/a.yaml']);
    assert.deepEqual(changedFiles(folder, '--changed', 'HEAD~1', '*.yaml'), ['b.yaml']);
    git(folder, 'branch', 'deploy', 'v1');
    assert.deepEqual(changedFiles(folder, '--changed', 'deploy'), [], 'the folder');
    assert.deepEqual(changedFiles(folder, '--changed=deploy'), ['b.yaml', 'deploy/a.yaml'], 'the branch');
  });

  test('reports of the changed files what a full run reports of them, with the others in sight', () => {
    const preset = (name: string, value: string): string =>
      `apiVersion: settings.k8s.io/v1alpha1\nkind: PodPreset\nmetadata: {name: ${name}}\nspec:\n  selector: {matchLabels: {app: web}}\n  env: [{name: LEVEL, value: "${value}"}]\n`;
    const folder = repository({
      'z.yaml': preset('z', '1'),
      'web.yaml': pod('web').replace('name: web', 'name: web, labels: {app: web}'),
    });
    write(folder, { 'a.yaml': preset('a', '2'), 'z.yaml': preset('z', '3') });
    const full = JSON.parse(run(folder, '--format', 'json').stdout) as Report;
    const part = JSON.parse(run(folder, '--format', 'json', '--changed').stdout) as Report;
    assert.deepEqual(
      part.files,
      full.files.filter(({ path }) => path !== 'web.yaml'),
    );
    assert.ok(
      part.files.some(({ diagnostics }) =>
        diagnostics.some(({ related }) => related.some(({ file }) => file === 'web.yaml')),
      ),
    );
  });

  test('fixes changed files only', () => {
    const folder = repository({ 'old.yaml': pod('a', 'containrs'), 'new.yaml': '' });
    write(folder, { 'new.yaml': pod('b', 'containrs') });
    run(folder, '--changed', '--fix', '--preset=none');
    assert.equal(readFileSync(path.join(folder, 'new.yaml'), 'utf8'), pod('b'));
    assert.equal(readFileSync(path.join(folder, 'old.yaml'), 'utf8'), pod('a', 'containrs'));
  });

  test('works below the top of the repository, in a linked worktree, and with names of every kind', () => {
    const names = ['a b/p.yaml', 'ü/ñ.yaml', "it's.yaml", 'new\nline.yaml', '"q".yaml', '$(x).yaml'];
    const folder = repository({ 'deploy/a.yaml': pod('a'), 'b.yaml': pod('b') });
    write(folder, Object.fromEntries(names.map((name, index) => [`deploy/${name}`, pod(`p-${index}`)])));
    assert.deepEqual(changedFiles(path.join(folder, 'deploy')).sort(), [...names].sort());
    const worktree = `${folder}-worktree`;
    made.push(worktree);
    git(folder, 'worktree', 'add', '--quiet', worktree, '-b', 'other');
    write(worktree, { 'b.yaml': pod('b2') });
    assert.deepEqual(changedFiles(worktree), ['b.yaml']);
  });

  test('knows a changed file behind a link', () => {
    const folder = repository({ 'base/a.yaml': pod('a'), 'base/b.yaml': pod('b') });
    symlinkSync('base', path.join(folder, 'link'));
    symlinkSync('../base/b.yaml', path.join(folder, 'base/c.yaml'));
    write(folder, { 'base/a.yaml': pod('a2') });
    assert.deepEqual(changedFiles(folder, '--changed', 'link/a.yaml'), ['link/a.yaml']);
    assert.deepEqual(changedFiles(folder), ['base/a.yaml'], 'a link to a file of the run is that file');
  });

  test('is not misled by other times, line ends or owners of the same contents', () => {
    const folder = repository({ 'a.yaml': pod('a'), 'b.yaml': pod('b') });
    const copy = `${folder}-copy`;
    made.push(copy);
    cpSync(folder, copy, { recursive: true });
    writeFileSync(path.join(copy, 'a.yaml'), pod('a').replaceAll('\n', '\r\n'));
    assert.deepEqual(changedFiles(copy), []);
  });

  test('takes the default branch of the remote, whatever it is called', () => {
    const origin = repository({ 'a.yaml': pod('a') }, 'trunk');
    const clone = temporary();
    git(clone, 'clone', '--quiet', origin, '.');
    write(clone, { 'b.yaml': pod('b') });
    assert.match(run(clone, '--changed').stderr, /^Changed since origin\/trunk: 1 of 2 files\.$/m);
    expectUsageError(origin, /no default branch is found \(origin\/main, origin\/master, main, master\): name one/);
  });

  test('in a repository without commits everything is new', () => {
    const folder = temporary();
    git(folder, 'init', '--quiet');
    write(folder, { 'a.yaml': pod('a'), 'b.yaml': pod('b') });
    git(folder, 'add', 'a.yaml');
    assert.deepEqual(changedFiles(folder), ['a.yaml', 'b.yaml']);
  });

  test('what it cannot know ends with exit code 2 and words', () => {
    const folder = temporary();
    write(folder, { 'a.yaml': pod('a') });
    expectUsageError(folder, /--changed needs a git repository, and ".*" is in none/);
    const repo = repository({ 'a.yaml': pod('a') });
    expectUsageError(
      repo,
      /git knows no commit "nowhere"; a branch of a remote is called such as "origin\/main"/,
      '--changed=nowhere',
    );
    expectUsageError(repo, /git knows no commit "--output=x"/, '--changed=--output=x');
    expectUsageError(repo, /is outside of it/, '--changed', path.join(folder, 'a.yaml'));
    expectUsageError(repo, /stdin is none/, '--changed', '-');
    git(repo, 'checkout', '--quiet', '--orphan', 'elsewhere');
    git(repo, 'commit', '--quiet', '--message', 'new root');
    expectUsageError(repo, /"main" and HEAD have no commit in common/);
  });

  test('a shallow clone is told what to fetch', () => {
    const origin = repository({ 'a.yaml': pod('a') });
    git(origin, 'switch', '--quiet', '--create', 'feature');
    write(origin, { 'b.yaml': pod('b') });
    git(origin, 'add', '--all');
    git(origin, 'commit', '--quiet', '--message', 'b');
    const clone = temporary();
    git(clone, 'clone', '--quiet', '--depth=1', '--branch=feature', `file://${origin}`, '.');
    expectUsageError(
      clone,
      /git knows no commit "origin\/main": this clone is shallow\. Fetch .* git fetch --unshallow origin main .*fetch-depth: 0/,
      '--changed=origin/main',
    );
    git(clone, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    expectUsageError(
      clone,
      /"origin\/main" and HEAD have no commit in common: this clone is shallow/,
      '--changed=origin/main',
    );
  });

  test('a partial clone is asked for what it has, and told how to get the rest', () => {
    const origin = repository({ 'deploy/a.yaml': pod('a') });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    write(origin, { 'deploy/a.yaml': pod('a2') });
    git(origin, 'commit', '--quiet', '--all', '--message', 'a2');
    const clone = temporary();
    git(clone, 'clone', '--quiet', '--filter=blob:none', `file://${origin}`, '.');
    assert.deepEqual(changedFiles(clone, '--changed=HEAD~1'), ['deploy/a.yaml']);
    const bare = temporary();
    git(bare, 'clone', '--quiet', '--filter=tree:0', `file://${origin}`, '.');
    expectUsageError(
      bare,
      /this clone is partial and lacks what "HEAD~1" holds.*git diff --name-only HEAD~1/,
      '--changed=HEAD~1',
    );
    git(bare, 'diff', '--name-only', 'HEAD~1');
    assert.deepEqual(changedFiles(bare, '--changed=HEAD~1'), ['deploy/a.yaml']);
  });

  test('runs nothing that the repository names', () => {
    const folder = repository({
      'a.yaml': pod('a'),
      'racy.yaml': pod('a'),
      'podlint-baseline.json': '{"version": 1, "files": {}}\n',
      '.gitattributes': '* filter=evil diff=evil\n',
    });
    const evil = path.join(folder, '.git/evil');
    writeFileSync(evil, `#!/bin/sh\ntouch '${folder}/ran'\ncat\n`);
    chmodSync(evil, 0o755);
    for (const key of [
      'core.fsmonitor',
      'filter.evil.clean',
      'filter.evil.process',
      'diff.evil.textconv',
      'filter.evil.smudge',
      'diff.evil.command',
      'diff.external',
      'core.pager',
      'core.sshCommand',
      'core.askPass',
      'core.alternateRefsCommand',
      'core.editor',
      'credential.helper',
      'remote.origin.uploadpack',
      'gpg.program',
      'alias.diff-files',
      'alias.cat-file',
      'pager.rev-parse',
    ])
      git(folder, 'config', key, evil);
    mkdirSync(path.join(folder, 'hooks'));
    cpSync(evil, path.join(folder, 'hooks/post-index-change'));
    git(folder, 'config', 'core.hooksPath', 'hooks');
    // git of our own here would run them.
    writeFileSync(path.join(folder, 'a.yaml'), pod('a2'));
    // Of the size and perhaps the second that the index knows: git has to look into it.
    writeFileSync(path.join(folder, 'racy.yaml'), pod('b'));
    cpSync(evil, path.join(folder, 'git'));
    assert.deepEqual(changedFiles(folder), ['a.yaml', 'racy.yaml']);
    const { stderr } = spawnSync(process.execPath, [podlint, '--changed'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: `.:${process.env.PATH}` },
    });
    assert.match(stderr, /^Changed since main: 2 of 2 files/);
    const { status } = spawnSync(process.execPath, [podlint, '--preset', 'none', '--baseline-from=main', 'a.yaml'], {
      cwd: folder,
    });
    assert.equal(status, 0);
    assert.throws(() => readFileSync(path.join(folder, 'ran')), { code: 'ENOENT' });
    spawnSync('git', ['diff-files'], { cwd: folder });
    assert.ok(existsSync(path.join(folder, 'ran')), 'the trap works');
  });
});

function pod(name: string, field = 'containers'): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  ${field}: [{name: app, image: "registry.example/app:5"}]\n`;
}

function temporary(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-changed-')));
  made.push(folder);
  return folder;
}

function repository(files: Readonly<Record<string, string>>, branch = 'main'): string {
  const folder = temporary();
  git(folder, 'init', '--quiet', `--initial-branch=${branch}`);
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'first');
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

function git(cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@users.noreply.example', ...args],
    { cwd, encoding: 'utf8' },
  );
  assert.equal(status, 0, `git ${args.join(' ')}: ${stderr}`);
}

function run(cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [podlint, 'check', ...args], { cwd, encoding: 'utf8' });
}

/** The files of the report, in its order. */
function changedFiles(cwd: string, ...args: readonly string[]): string[] {
  const { stdout, stderr } = run(cwd, '--format=json', ...(args.length === 0 ? ['--changed'] : args));
  assert.notEqual(stdout, '', stderr);
  return (JSON.parse(stdout) as Report).files.map(({ path: name }) => name);
}

function expectUsageError(cwd: string, message: RegExp, ...args: readonly string[]): void {
  const { status, stdout, stderr } = run(cwd, ...(args.length === 0 ? ['--changed'] : args));
  assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  assert.match(stderr, message);
  assert.equal(stderr.trim().split('\n').length, 1, stderr);
}
