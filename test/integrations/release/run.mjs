// What a tag holds, as its users get it: the Action run from a checkout of it, and the container's build stage run in a
// folder.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { git, must, provide, releasedRepository, run, temporaryFolder, writeFiles } from '../kit.mjs';

const { skip } = provide({
  name: 'git',
  version: 'of the machine',
  programs: ['git', 'npm'],
  install: () => undefined,
});
const wrong =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containrs: [{name: app, image: "registry.example/app:5"}]\n';

describe('a release', { skip }, () => {
  let repository = '';
  let tag = '';
  before(() => {
    ({ repository, tag } = releasedRepository(mkdtempSync(path.join(tmpdir(), 'podlint-release-'))));
  });
  after(() => rmSync(repository, { recursive: true, force: true }));

  test('is small, has no source, and leaves the branch as it was', (context) => {
    const files = git(repository, 'ls-tree', '-r', '--name-only', tag).trim().split('\n');
    assert.deepEqual(
      files.filter((file) => /\.ts$/.test(file) && !/\.d\.ts$/.test(file)),
      [],
    );
    for (const file of [
      'action.yml',
      '.pre-commit-hooks.yaml',
      'package.json',
      'packages/cli/bundle/podlint.js',
      'packages/cli/bundle/action.js',
    ])
      assert.ok(files.includes(file), file);
    assert.deepEqual(
      Object.keys(JSON.parse(git(repository, 'show', `${tag}:package.json`))).filter((key) =>
        /scripts|dependencies/i.test(key),
      ),
      [],
    );
    assert.equal(git(repository, 'diff', '--name-only', 'HEAD^1', 'HEAD'), '', 'the merge changes nothing');
    context.diagnostic(
      `${files.length} files, ${(must('sh', ['-c', `git archive --format=tar.gz ${tag} | wc -c`], { cwd: repository }).stdout / 1e6).toFixed(2)} MB as GitHub packs it`,
    );
    assert.equal(
      run('node', ['scripts/release.mjs'], { cwd: repository }).status,
      1,
      'a second one of the same version',
    );
  });

  test('has what its pages point at', () => {
    const files = git(repository, 'ls-tree', '-r', '--name-only', tag).trim().split('\n');
    const isThere = (target) => files.some((file) => file === target || file.startsWith(`${target}/`));
    const pages = files.filter((file) => file.endsWith('.md') && !file.includes('/bundle/'));
    assert.ok(pages.length > 100);
    const dead = pages.flatMap((page) =>
      [...git(repository, 'show', `${tag}:${page}`).matchAll(/\]\(([^()\s#]+)[^()\s]*\)/g)]
        .map(([, target]) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .map((target) => path.posix.join(path.dirname(page), target).replace(/\/$/, ''))
        .filter((target) => !isThere(target))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  test('runs as an Action from a checkout of the tag', (context) => {
    const folder = temporaryFolder(context);
    const checkout = path.join(folder, '_actions/podlint');
    must('git', ['clone', '--quiet', '--depth=1', `--branch=${tag}`, `file://${repository}`, checkout]);
    const main = /^ {2}main: (.+)$/m.exec(readFileSync(path.join(checkout, 'action.yml'), 'utf8'))[1];
    const workspace = path.join(folder, 'work');
    writeFiles(workspace, { 'deploy/pod.yaml': wrong });
    for (const name of ['output', 'summary']) writeFileSync(path.join(folder, name), '');
    mkdirSync(path.join(folder, 'temp'));
    const env = {
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: path.join(folder, 'temp'),
      GITHUB_OUTPUT: path.join(folder, 'output'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
      INPUT_PATHS: 'deploy',
    };
    const { status, stdout } = run('node', [path.join(checkout, main)], { cwd: workspace, env });
    assert.equal(status, 1, stdout);
    assert.match(stdout, /^::error file=deploy\/pod\.yaml,line=5,/m);
    assert.match(readFileSync(env.GITHUB_OUTPUT, 'utf8'), /^errors<</m);
  });

  test("builds with the steps of the container's first stage", (context) => {
    const sources = path.join(temporaryFolder(context), 'sources');
    must('git', ['clone', '--quiet', repository, sources]);
    const [stage] = readFileSync(path.join(sources, 'Dockerfile'), 'utf8')
      .split(/^FROM /m)
      .slice(1);
    const steps = [...stage.matchAll(/^RUN (.+)$/gm)].map(([, step]) => step);
    assert.ok(steps.length > 0);
    for (const step of steps) must('sh', ['-ec', step], { cwd: sources, env: { ...process.env, CI: 'true' } });
    assert.match(must('node', ['packages/cli/bundle/podlint.js', '--version'], { cwd: sources }).stdout, /^podlint \d/);
  });
});
