/** What registries get of this repository, and what they are told of it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { project } from '@podlint/model';
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
