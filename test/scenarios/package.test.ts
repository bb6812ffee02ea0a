import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from './run.js';

const bundle = path.join(root, 'packages/cli/bundle');

/** The package as users get it: packed, and installed into an empty folder without a registry. */
describe('the published package', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'podlint-package-'));
    run('npm', 'pack', bundle, '--silent');
    const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    assert.ok(tarball);
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', `./${tarball}`);
    writeFileSync(
      path.join(folder, 'pod.yaml'),
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: []}\n',
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('has no dependencies, and the licences of what it contains', () => {
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['podlint'],
    );
    const manifest = JSON.parse(readFileSync(path.join(folder, 'node_modules/podlint/package.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.equal(manifest.dependencies, undefined);
    assert.match(readFileSync(path.join(folder, 'node_modules/podlint/THIRD-PARTY-LICENSES.txt'), 'utf8'), /^yaml 2/m);
  });

  test('its command says the version of the package', () => {
    const { version } = JSON.parse(readFileSync(path.join(bundle, 'package.json'), 'utf8')) as { version: string };
    assert.equal(run('node_modules/.bin/podlint', '--version').stdout.split('\n')[0], `podlint ${version}`);
  });

  test('its command checks a file', () => {
    const { status, stdout } = spawn('node_modules/.bin/podlint', '--format', 'json', 'pod.yaml');
    assert.equal(status, 1);
    assert.equal((JSON.parse(stdout) as { summary: { errors: number } }).summary.errors, 1);
  });

  test('its library lints texts and paths', () => {
    writeFileSync(
      path.join(folder, 'use.mjs'),
      `import { createLinter, readYaml } from 'podlint';
       import { lintPaths } from 'podlint/node';
       const text = 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: a}\\nspec: {containers: []}\\n';
       const verdict = createLinter({ kubernetesVersions: ['1.33'], preset: 'none' }).lint([{ path: 'a.yaml', text }]).files[0].documents[0].verdicts['1.33'];
       const { summary } = await lintPaths(['.'], { cwd: import.meta.dirname, ignore: ['package*.json'] });
       await lintPaths(['nowhere']).catch((error) => console.log(error.name));
       console.log(verdict, summary.files, summary.errors, readYaml('on: 0x1F')[0].json.true);`,
    );
    assert.equal(run('node', 'use.mjs').stdout, 'PathsError\nreject 1 1 31\n');
  });

  test('its library builds kustomizations', () => {
    writeFileSync(
      path.join(folder, 'build.mjs'),
      `import { build } from 'podlint/kustomize';
       const files = { 'kustomization.yaml': 'namePrefix: a-\\nresources: [pod.yaml]', 'pod.yaml': 'apiVersion: v1\\nkind: Pod\\nmetadata: {name: b}' };
       const [{ value, originOf }] = build(files, '.').documents;
       console.log(value.metadata.name, originOf(['metadata', 'name']).file);`,
    );
    assert.equal(run('node', 'build.mjs').stdout, 'a-b pod.yaml\n');
  });

  test('its types are complete', () => {
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(
      path.join(folder, 'src/use.ts'),
      `import { createLinter, applyFixes, simulateProbes, type Report } from 'podlint';
       import { createBuilder, type BuildResult } from 'podlint/kustomize';
       import { lintPaths } from 'podlint/node';
       export const built: BuildResult = createBuilder({ 'kustomization.yaml': '' }).build('.');
       const report: Report = createLinter({ preset: 'none' }).lint([{ path: 'a.yaml', text: '' }]);
       export const lines: number[] = report.files.flatMap((file) => file.diagnostics.map((diagnostic) => diagnostic.range.start.line));
       export const fixed: string = applyFixes('', report.files[0]?.diagnostics ?? [], 'safe').text;
       export const killed: number | null = simulateProbes({ livenessProbe: { periodSeconds: 5 } }, { startupTime: 3 }).killedAt;
       // @ts-expect-error no such preset
       createLinter({ preset: 'all' });
       export const summary: Promise<Report> = lintPaths(['.'], { ignore: ['x'] });`,
    );
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    run(
      process.execPath,
      tsc,
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      'src/use.ts',
      '--ignoreConfig',
    );
  });

  function spawn(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  }

  function run(command: string, ...args: string[]): { stdout: string } {
    const { status, stdout, stderr } = spawn(command, ...args);
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
    return { stdout };
  }
});
