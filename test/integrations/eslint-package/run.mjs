// eslint-plugin-podlint as a user gets it: packed, installed from a registry into an empty folder beside one of the ESLints
// that it is for, and used as the README in the package says, each of its blocks in turn.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { project } from '@podlint/model';
import { provide, root, run, temporaryFolder } from '../kit.mjs';
import { packed, registryWith, textIn } from '../registry.mjs';
import { User } from './user.mjs';

/** The oldest that the README names, and the last of both. */
const versions = ['9.15.0', '9.39.5', '10.15.0'];

const programs = ['npm', 'tar'];
const { skip } = provide({ name: 'npm', version: 'of the machine', programs, install: () => undefined });

const pod = (container) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: app\n  namespace: shop\nspec:\n  containers:\n    - name: app\n${container}`;
const mistaken = '      image: registry.example.com/app:latest\n      imagePullPolice: Always\n';
const noManifests = {
  '.github/workflows/ci.yml': 'on: push\njobs: {build: {runs-on: ubuntu-latest, steps: [{run: make}]}}\n',
  'compose.yaml': 'services:\n  web: {image: "nginx:latest"}\n',
  'chart/values.yaml': 'image: {repository: nginx, tag: latest}\n',
};
const files = {
  ...noManifests,
  'deploy/pod.yaml': pod(mistaken),
  'deploy/other.yaml': pod('      image: registry.example/app:1\n'),
};

const typedConfig = `import type { Linter } from 'eslint';
import podlint, { type PodlintSettings } from 'eslint-plugin-podlint';

const settings: PodlintSettings = { kubernetesVersion: ['1.30', '1.36'], context: true };
const config: Linter.Config[] = [
  podlint.configs.recommended,
  {
    files: ['deploy/**/*.yaml'],
    plugins: { podlint },
    language: 'podlint/manifest',
    rules: { ...podlint.configs.strict.rules, 'podlint/images/latest-tag': 'error' },
    settings: { podlint: settings },
  },
];
export default config;
`;
const withHelper = `import { defineConfig } from 'eslint/config';
import podlint from 'eslint-plugin-podlint';

export default defineConfig([{ files: ['a.yaml'], plugins: { podlint }, extends: [podlint.configs.strict] }]);
`;
const strictest = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--noEmit'];

/** The texts of the code blocks of a page, in its order. */
function blocksOf(page) {
  return [...page.matchAll(/^```\w*\n([^]*?)^```$/gm)].map(([, text]) => text);
}

function isOfHelper(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 9 || minor >= 22;
}

for (const version of versions)
  test(`the README of eslint-plugin-podlint does as it says with ESLint ${version}`, { skip }, async (context) => {
    const tarball = packed(context, 'eslint-plugin');
    const readme = textIn(tarball, 'README.md');
    const [install, config, commands, levels, comment, ...others] = blocksOf(readme);
    assert.deepEqual(others, [], 'a block that nobody tries');
    const user = new User(temporaryFolder(context), await registryWith(context, [tarball]));
    user.write(files);

    await context.test('it installs, and brings nothing else along', async () => {
      const { status, stderr } = await user.type(install.replace(' eslint ', ` eslint@${version} `));
      assert.equal(status, 0, stderr);
      const { dependencies } = JSON.parse(user.read('node_modules/eslint-plugin-podlint/package.json'));
      assert.equal(dependencies, undefined);
    });

    await context.test('the first config finds what is in manifests, and nothing in other files', async () => {
      user.save(config);
      const found = await user.found();
      for (const line of [
        'deploy/pod.yaml 10 podlint/schema/unknown-field error',
        'deploy/pod.yaml 9 podlint/images/latest-tag warning',
      ])
        assert.ok(found.includes(line), found.join('\n'));
      assert.ok(found.every((line) => line.startsWith('deploy/')));
    });

    await context.test('the commands check and fix', async () => {
      const [check, fix] = commands.trim().split('\n');
      assert.equal((await user.type(check)).status, 1);
      assert.equal((await user.type(fix)).status, 0, 'only warnings are left');
      assert.equal(user.read('deploy/pod.yaml'), pod(mistaken.replace('imagePullPolice', 'imagePullPolicy')));
    });

    await context.test('the second config sets levels and options for some files', async () => {
      user.save(levels);
      const found = await user.found();
      assert.ok(found.includes('deploy/pod.yaml 9 podlint/images/latest-tag error'), found.join('\n'));
      assert.deepEqual(
        found.filter((line) => line.includes('images/registry')),
        ['deploy/other.yaml 9 podlint/images/registry error'],
      );
    });

    await context.test('the comment silences its finding and no other', async () => {
      user.write({ 'deploy/pod.yaml': pod(comment.replace(/^ {8}/gm, '      ')) });
      const found = await user.found('npx eslint --report-unused-disable-directives deploy/pod.yaml');
      assert.ok(found.length > 0);
      assert.ok(!found.some((line) => /latest-tag|null/.test(line)), found.join('\n'));
    });

    await context.test('the configs of the table are there, each with more or less than the others', async () => {
      const counts = new Map();
      for (const [, name] of readme.matchAll(/^\| `(\w+)` +\|/gm)) {
        user.save(config.replace('recommended', name));
        counts.set(name, (await user.found()).length);
      }
      const { none, recommended, strict, all } = Object.fromEntries(counts);
      assert.equal(counts.size, 4);
      assert.ok(none < recommended && recommended < strict && all >= strict, JSON.stringify([...counts]));
    });

    await context.test("its types fit into ESLint's with the strictest checks", () => {
      user.write({ 'package.json': '{ "type": "module" }', 'plain.ts': typedConfig, 'helper.ts': withHelper });
      const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
      const sources = isOfHelper(version) ? ['plain.ts', 'helper.ts'] : ['plain.ts'];
      const args = [tsc, ...strictest, '--module', 'nodenext', '--ignoreConfig', ...sources];
      const { status, stdout } = run(process.execPath, args, { cwd: user.folder });
      assert.equal(status, 0, stdout);
    });
  });

describe('the README of eslint-plugin-podlint', { skip }, () => {
  test('has links that lead to files of the release', (context) => {
    const readme = textIn(packed(context, 'eslint-plugin'), 'README.md');
    const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
    assert.ok(links.length > 1);
    for (const link of links) {
      assert.ok(link === project.repository || link.startsWith(project.page('')), link);
      if (link !== project.repository)
        assert.ok(existsSync(path.join(root, link.slice(project.page('').length))), link);
    }
  });
});
