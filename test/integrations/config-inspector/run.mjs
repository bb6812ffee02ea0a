// What `eslint --inspect-config` shows of podlint: it runs the latest @eslint/config-inspector through npx. Here it is one
// certain version, which writes its page instead of serving it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { project } from '@podlint/model';
import { eslints, eslintWorkspace } from '../eslint-workspace.mjs';
import { must, provide } from '../kit.mjs';

const version = '3.5.0';
const { folder: installed, skip } = provide({
  name: 'config-inspector',
  version,
  programs: ['npm'],
  install: (folder) => {
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }');
    const wanted = `@eslint/config-inspector@${version}`;
    must('npm', ['install', '--no-audit', '--no-fund', '--silent', '--save-exact', wanted], { cwd: folder });
  },
});
const inspector = path.join(installed, 'node_modules/@eslint/config-inspector/bin.mjs');

const config = `import podlint from 'eslint-plugin-podlint';
export default [
  podlint.configs.recommended,
  {
    name: 'ours',
    files: ['deploy/**/*.yaml'],
    rules: { 'podlint/images/registry': ['error', { allow: ['registry.example'] }] },
    settings: { podlint: { kubernetesVersion: '1.30' } },
  },
];
`;

const files = { 'eslint.config.mjs': config, 'deploy/pod.yaml': '', 'README.md': '' };

/** What the page asks for: values that name each other by their places (@ungap/structured-clone). */
function payloadOf(page) {
  const records = JSON.parse(
    readFileSync(path.join(page, '__rpc-dump/eslint-config-inspector~get-payload.fallback.json'), 'utf8'),
  );
  const at = (place) => {
    const [type, value] = records[place] ?? [];
    if (type === 1) return value.map(at);
    if (type === 2) return Object.fromEntries(value.map(([name, inner]) => [at(name), at(inner)]));
    return value;
  };
  return at(0).output;
}

for (const eslint of eslints)
  describe(`a config with podlint in ${eslint}`, () => {
    test('is shown by the config inspector, with its rules and the files that it is for', { skip }, (context) => {
      const folder = eslintWorkspace(context, eslint, files);
      must(process.execPath, [inspector, 'build', '--out-dir', 'page'], { cwd: folder });
      const { configs, rules, files: matched } = payloadOf(path.join(folder, 'page'));
      const [recommended, ours] = configs.slice(-2);
      assert.equal(recommended.name, 'podlint/recommended');
      assert.equal(recommended.language, 'podlint/manifest');
      assert.deepEqual(recommended.files, ['**/*.yaml', '**/*.yml']);
      assert.deepEqual(ours.settings, { podlint: { kubernetesVersion: '1.30' } });
      assert.deepEqual(
        matched
          .filter(({ filepath }) => /\.(?:yaml|md)$/.test(filepath))
          .map(({ filepath, configs: by }) => [filepath, by]),
        [['deploy/pod.yaml', [recommended.index, ours.index]]],
      );
      const shown = Object.values(rules).filter(({ plugin }) => plugin === 'podlint');
      assert.deepEqual(shown.map(({ name }) => name).sort(), Object.keys(recommended.rules).sort());
      for (const { name, docs } of shown) assert.ok(docs.description && docs.url.startsWith(project.repository), name);
      const { docs, fixable } = rules['podlint/schema/unknown-field'];
      assert.equal(docs.url, `${project.page('docs/codes.md')}#schema-unknown-field`);
      assert.equal(fixable, 'code');
    });

    test('is printed by --print-config as it holds for a file', (context) => {
      const folder = eslintWorkspace(context, eslint, files);
      const { stdout } = must('node', ['node_modules/eslint/bin/eslint.js', '--print-config', 'deploy/pod.yaml'], {
        cwd: folder,
      });
      const { language, plugins, rules, settings } = JSON.parse(stdout);
      assert.equal(language, 'podlint/manifest');
      assert.ok(plugins.includes(`podlint:eslint-plugin-podlint@${project.tag.slice(1)}`), plugins.join());
      assert.deepEqual(settings, { podlint: { kubernetesVersion: '1.30' } });
      const [level, options] = rules['podlint/images/registry'];
      assert.deepEqual([level, options.allow], [2, ['registry.example']]);
      assert.equal([rules['podlint/images/latest-tag']].flat()[0], 1);
    });
  });
