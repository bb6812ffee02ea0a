/** What registries get of this repository, and what they are told of it. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { project, toolVersion } from '@podlint/model';
import { packages, root } from './packages.js';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly homepage?: string;
  readonly bugs?: string;
  readonly repository?: { readonly url: string; readonly directory?: string };
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;

test('only what is made to be published can be', () => {
  const published = packages.map(({ folder }) => manifestOf(folder)).filter((manifest) => !manifest.private);
  assert.deepEqual(published.map(({ name }) => name).sort(), ['eslint-plugin-podlint', 'podlint']);
  assert.equal(manifestOf('').private, true);
});

test('the package.json of the repository says where it is, as podlint itself does', () => {
  const { homepage, bugs, repository } = manifestOf('');
  assert.equal(homepage, project.homepage);
  assert.equal(bugs, `${project.repository}/issues`);
  assert.equal(repository?.url, `git+${project.repository}.git`);
  for (const folder of ['packages/cli', 'packages/eslint-plugin']) {
    const published = manifestOf(`${folder}/bundle`);
    assert.deepEqual([published.homepage, published.bugs], [homepage, bugs]);
    assert.deepEqual(published.repository, { ...repository, directory: folder });
  }
});

/** By their folders: what users install, from a registry or a marketplace. */
const installed = new Map(
  ['packages/cli', 'packages/eslint-plugin', 'packages/vscode'].map((folder) => [folder, manifestOf(folder).name]),
);

test('what users install has a CHANGELOG with a part for this version, and something in it', () => {
  for (const folder of installed.keys()) {
    const parts = readFileSync(path.join(root, folder, 'CHANGELOG.md'), 'utf8')
      .split(/^## /m)
      .slice(1);
    const [newest = ''] = parts;
    const [version, ...lines] = newest.split('\n');
    assert.equal(version, toolVersion, `${folder}: npm run version:next makes it`);
    assert.ok(parts.length > 1 || lines.some((line) => line.startsWith('- ')), folder);
  }
  const others = packages
    .filter(({ folder }) => !installed.has(folder))
    .map(({ folder }) => readdirSync(path.join(root, folder)));
  assert.ok(!others.flat().includes('CHANGELOG.md'));
});

test('what is written for the next version names packages that users install, and says something', () => {
  const changes = readdirSync(path.join(root, '.changeset')).filter((name) => /(?<!README)\.md$/.test(name));
  for (const name of changes) {
    const text = readFileSync(path.join(root, '.changeset', name), 'utf8');
    const [, head, summary] = /^---\n([^]*?)^---\n([^]*)$/m.exec(text) ?? assert.fail(`${name} has no head`);
    for (const line of head!.trim().split('\n')) {
      const [, named] = /^['"](.+)['"]: (?:patch|minor|major)$/.exec(line) ?? assert.fail(`${name}: ${line}`);
      assert.ok([...installed.values()].includes(named!), `${name}: users do not install ${named}`);
    }
    assert.match(summary!, /\S/, name);
  }
});
