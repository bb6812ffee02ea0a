// The recipe of docs/ci.md for husky and lint-staged, with the real ones, in a repository of its own.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { documented, git, gitRepository, must, provide, root, run, temporaryFolder, writeFiles } from '../kit.mjs';

const versions = { husky: '9.1.7', 'lint-staged': '16.4.0' };
const { folder: installed, skip } = provide({
  name: 'lint-staged',
  version: Object.values(versions).join('-'),
  programs: ['npm', 'git'],
  install: (folder) => {
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    must(
      'npm',
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--silent',
        '--save-exact',
        ...Object.entries(versions).map(([name, version]) => `${name}@${version}`),
      ],
      { cwd: folder },
    );
  },
});

const mistaken =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containrs: # typed in a hurry\n    - {name: app, image: "registry.example/app:5"}\n';
const wrong = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n';

/** A repository set up as the recipe says, with the packages and podlint in node_modules. */
function repositoryWith(context, files) {
  const folder = gitRepository(temporaryFolder(context));
  // lint-staged puts files back to what a first commit makes possible.
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'first');
  cpSync(path.join(installed, 'node_modules'), path.join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  cpSync(path.join(root, 'packages/cli/bundle'), path.join(folder, 'node_modules/podlint'), { recursive: true });
  symlinkSync('../podlint/podlint.cjs', path.join(folder, 'node_modules/.bin/podlint'));
  writeFiles(folder, {
    'package.json': documented('lint-staged/package.json'),
    '.husky/pre-commit': documented('lint-staged/.husky/pre-commit'),
    '.gitignore': 'node_modules/\n',
    ...files,
  });
  must('npx', ['husky'], { cwd: folder });
  git(folder, 'add', '--all');
  return folder;
}

function commit(folder) {
  return run('git', ['commit', '--message', 'a'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
}

describe('husky and lint-staged', { skip }, () => {
  test('mends what is staged, and commits it mended', (context) => {
    const folder = repositoryWith(context, { 'deploy/my pod.yaml': mistaken });
    const { status, stderr } = commit(folder);
    assert.equal(status, 0, stderr);
    assert.match(git(folder, 'show', 'HEAD:deploy/my pod.yaml'), /^ {2}containers: # typed in a hurry$/m);
  });

  test('stops a commit for what it cannot mend, says why, and leaves the files as they were', (context) => {
    const folder = repositoryWith(context, { 'pod.yaml': wrong, 'ümläut & co.yaml': mistaken });
    const { status, stdout, stderr } = commit(folder);
    assert.equal(status, 1, stdout + stderr);
    assert.match(stdout + stderr, /error\[api\/required\][^\n]*\n {2}--> pod\.yaml:4:8 /);
    assert.equal(readFileSync(path.join(folder, 'ümläut & co.yaml'), 'utf8'), mistaken);
  });

  test('takes hundreds of files at once', (context) => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [
        `apps/team ${index % 9}/pod-${index}.yaml`,
        mistaken.replace('name: a', `name: p-${index}`),
      ]),
    );
    const folder = repositoryWith(context, many);
    const { status, stderr } = commit(folder);
    assert.equal(status, 0, stderr);
    assert.equal(
      readdirSync(path.join(folder, 'apps'), { recursive: true }).filter((name) => name.endsWith('.yaml')).length,
      500,
    );
    assert.equal(run('git', ['grep', '--quiet', 'containrs', 'HEAD', '--', 'apps'], { cwd: folder }).status, 1);
  });

  test('is not stopped by YAML that is none of its business', (context) => {
    const folder = repositoryWith(context, { 'compose.yaml': 'services: {a: {image: x}}\n', 'empty.yaml': '' });
    assert.equal(commit(folder).status, 0);
  });
});
