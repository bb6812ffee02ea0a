/** ESLint's command with what is published, over the examples, as somebody runs it who also runs podlint. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import type { Report } from 'podlint';
import { eslints } from './eslints.js';
import { bundle, importOf, root, told, Workspace } from './workspace.js';

const command = path.join(root, 'packages/cli/bundle/podlint.js');
const podlint = importOf('podlint', 'eslint-plugin-podlint');
const manifestsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:yaml|json)$/.test(name));

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: b}\nspec:\n  containers:\n  - name: app\n    image: registry.example/app:latest\n';

const workspaces: Workspace[] = [];
after(() => workspaces.forEach((workspace) => workspace.remove()));

function workspaceWith(config: string, files: Readonly<Record<string, string>> = {}): Workspace {
  const workspace = new Workspace().write({ 'eslint.config.mjs': config, ...files });
  workspaces.push(workspace);
  return workspace;
}

function withExamples(config: string): Workspace {
  const workspace = workspaceWith(config);
  cpSync(path.join(root, 'examples'), path.join(workspace.folder, 'examples'), { recursive: true });
  return workspace;
}

/** JSON is a part of YAML: whoever has manifests in it says which files they are. */
const withJson = (name: string, podlintSettings: string): string =>
  `${podlint}export default [{
    ...podlint.configs.${name},
    files: ['examples/**/*.{yaml,json}'],
    settings: { podlint: ${podlintSettings} },
  }];`;

/** As `told` does it for ESLint. */
function toldByPodlint(workspace: Workspace): string[] {
  const { stdout } = workspace.run(command, 'check', 'examples', '--format', 'json');
  const { files } = JSON.parse(stdout) as Report;
  return files
    .flatMap(({ path: file, diagnostics }) =>
      diagnostics.map(({ code, range: { start } }) => `${file} ${start.line}:${start.column} podlint/${code}`),
    )
    .sort();
}

for (const { version, command: eslint } of eslints) {
  describe(`the command of ESLint ${version}`, () => {
    const together = withJson('recommended', `{ context: ['examples'] }`);

    test('with the files around says what podlint says of all of them together', () => {
      const workspace = withExamples(together);
      assert.deepEqual(told(workspace.lint(eslint, 'examples'), workspace.folder), toldByPodlint(workspace));
    });

    test('--fix leaves the files as podlint --fix does', () => {
      const [one, other] = [withExamples(together), withExamples(together)];
      one.run(eslint, 'examples', '--fix');
      other.run(command, 'check', 'examples', '--fix');
      const names = manifestsIn(path.join(one.folder, 'examples'));
      const changed = names.filter(
        (name) => other.read(`examples/${name}`) !== readFileSync(path.join(root, 'examples', name), 'utf8'),
      );
      assert.ok(changed.length > 2);
      for (const name of names) assert.equal(one.read(`examples/${name}`), other.read(`examples/${name}`), name);
    });

    test('--cache and --concurrency change nothing of what is said', () => {
      const workspace = withExamples(withJson('recommended', '{}'));
      const said = told(workspace.lint(eslint, 'examples'), workspace.folder);
      assert.ok(said.length > 50);
      for (const args of [['--cache'], ['--cache'], ['--cache', '--concurrency=2']]) {
        assert.deepEqual(told(workspace.lint(eslint, 'examples', ...args), workspace.folder), said, args.join());
        assert.ok(existsSync(path.join(workspace.folder, '.eslintcache')));
      }
      assert.deepEqual(told(workspace.lint(eslint, 'examples', '--concurrency=2'), workspace.folder), said);
    });

    test('objects of well-known operators are judged by the definitions that are published with it', () => {
      const workspace = workspaceWith(`${podlint}export default [podlint.configs.recommended];`, {
        'a.yaml':
          'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a, namespace: b}\nspec: {secretName: a, issuerRef: {name: b}, dnsName: example.com}\n',
      });
      assert.deepEqual(told(workspace.lint(eslint, 'a.yaml'), workspace.folder), [
        'a.yaml 4:45 podlint/schema/unknown-field',
      ]);
    });

    test('bulk suppressions keep what is known out of the report, and let what is new in', () => {
      const workspace = workspaceWith(`${podlint}export default [podlint.configs.recommended];`, {
        'deploy/pod.yaml': pod,
      });
      const errors = (): string[] =>
        workspace
          .lint(eslint, '.')
          .flatMap(({ messages }) =>
            messages.flatMap(({ ruleId, severity }) => (severity === 2 ? [String(ruleId)] : [])),
          );
      const broken = pod.replace('containers:', 'container:');
      workspace.write({ 'deploy/broken.yaml': broken });
      assert.deepEqual(errors(), ['podlint/schema/unknown-field']);
      workspace.run(eslint, '.', '--suppress-all');
      const known = JSON.parse(workspace.read('eslint-suppressions.json')) as unknown;
      assert.deepEqual(known, { 'deploy/broken.yaml': { 'podlint/schema/unknown-field': { count: 1 } } });
      assert.deepEqual(errors(), []);
      workspace.write({ 'deploy/new.yaml': broken });
      assert.deepEqual(errors(), ['podlint/schema/unknown-field']);
      workspace.write({ 'deploy/broken.yaml': pod, 'deploy/new.yaml': pod });
      const { status, stderr } = workspace.run(eslint, '.');
      assert.equal(status, 2, 'a suppression that is needed no more is an error of ESLint');
      assert.match(stderr, /--prune-suppressions/);
      workspace.run(eslint, '.', '--prune-suppressions');
      assert.deepEqual(JSON.parse(workspace.read('eslint-suppressions.json')), {});
    });

    test("podlint's own config file says which rules run, and at which level nothing is said", () => {
      const workspace = withExamples(withJson('all', `{ config: true, context: ['examples'] }`)).write({
        'podlint.config.yaml':
          'extends: podlint:strict\nrules:\n  images/latest-tag: off\n  images/registry: [warn, {allow: ["only.example"]}]\nignore: examples/good\n',
      });
      const said = told(workspace.lint(eslint, 'examples'), workspace.folder);
      assert.deepEqual(said, toldByPodlint(workspace));
      assert.ok(said.some((line) => line.endsWith('podlint/images/registry')));
    });

    test('stands beside the languages of other plugins in one config', () => {
      const workspace = workspaceWith(
        [
          podlint,
          importOf('yml', 'eslint-plugin-yml'),
          importOf('json', '@eslint/json'),
          importOf('markdown', '@eslint/markdown'),
          `export default [
            ...yml.configs.recommended,
            { files: ['**/*.json'], plugins: { json }, language: 'json/json', rules: { 'json/no-duplicate-keys': 'error' } },
            ...markdown.configs.processor,
            { files: ['**/*.js'], rules: { 'no-var': 'error' } },
            { ...podlint.configs.recommended, files: ['deploy/**/*.yaml', '**/*.md/*.yaml'] },
            { files: ['other/**/*.yaml'], plugins: { podlint }, rules: podlint.configs.recommended.rules },
          ];`,
        ].join(''),
        {
          'deploy/pod.yaml': pod,
          'other/pod.yaml': pod,
          'other/twice.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, name: b}\n',
          'ci.yml': 'on: push\njobs:\n',
          'a.json': '{"a": 1, "a": 2}',
          'a.js': 'var a = 1;\n',
          'README.md': `# A\n\n\`\`\`yaml\n${pod}\`\`\`\n`,
        },
      );
      const results = workspace.lint(eslint, '.');
      const of = (name: string): string[] =>
        told(results, workspace.folder).filter((line) => line.startsWith(`${name} `));
      const found = ['6:5 podlint/security/run-as-non-root', '7:12 podlint/images/latest-tag'];
      for (const name of ['deploy/pod.yaml', 'other/pod.yaml'])
        for (const finding of found) assert.ok(of(name).includes(`${name} ${finding}`), of(name).join('\n'));
      assert.deepEqual(
        of('deploy/pod.yaml').map((line) => line.split(' ').slice(1)),
        of('other/pod.yaml').map((line) => line.split(' ').slice(1)),
      );
      assert.ok(of('README.md').includes('README.md 10:12 podlint/images/latest-tag'), of('README.md').join('\n'));
      assert.deepEqual(of('ci.yml'), ['ci.yml 2:1 yml/no-empty-mapping-value']);
      assert.deepEqual(of('a.json'), ['a.json 1:10 json/no-duplicate-keys']);
      assert.deepEqual(of('a.js'), ['a.js 1:1 no-var']);
      assert.deepEqual(of('other/twice.yaml').length, 1, 'what that language refuses itself');
    });
  });
}

test('the bundle is what require gives, too', () => {
  const workspace = workspaceWith('').write({
    'use.cjs': `const plugin = require(${JSON.stringify(bundle)}); console.log(plugin.meta.name, Object.keys(plugin.configs).join());`,
  });
  const { stdout, stderr } = workspace.run('use.cjs');
  assert.equal(stdout.trim(), 'eslint-plugin-podlint recommended,strict,none,all');
  assert.doesNotMatch(stderr, /Warning/);
});
