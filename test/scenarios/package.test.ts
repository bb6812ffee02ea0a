import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { project } from '@podlint/model';
import { root } from './run.js';

const bundle = path.join(root, 'packages/cli/bundle');
/** The one that the repository is set up with. */
const [, pnpmVersion] = /pnpm@([\d.]+)/.exec(readFileSync(path.join(root, 'package.json'), 'utf8'))!;

/** Packs a copy of the package, as it is packed where it is developed: the package itself is in use by other tests. */
function packedBy(command: string, ...args: string[]): void {
  const tree = mkdtempSync(path.join(tmpdir(), 'podlint-pack-'));
  try {
    const copy = path.join(tree, 'packages/cli');
    for (const file of ['packages/cli/package.json', 'packages/cli/bundle', 'scripts/pack.mjs'])
      cpSync(path.join(root, file), path.join(tree, file), { recursive: true });
    const before = readFileSync(path.join(copy, 'package.json'), 'utf8');
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.equal(readFileSync(path.join(copy, 'package.json'), 'utf8'), before, 'and leaves it as it was');
    // pnpm makes node_modules wherever it runs a script.
    const left = readdirSync(copy).filter((name) => name !== 'node_modules');
    assert.deepEqual(left.sort(), ['bundle', 'package.json']);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** The package as users get it: packed, and installed into an empty folder without a registry. */
describe('the published package', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'podlint-package-'));
    packedBy('npm', 'pack', '--silent', '--pack-destination', folder);
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
    assert.doesNotMatch(JSON.stringify(manifest), /workspace:/);
    assert.match(
      readFileSync(path.join(folder, 'node_modules/podlint/bundle/THIRD-PARTY-LICENSES.txt'), 'utf8'),
      /^yaml 2/m,
    );
  });

  test('its README has no link that only the repository knows', () => {
    const readme = readFileSync(path.join(folder, 'node_modules/podlint/README.md'), 'utf8');
    const targets = [...readme.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target!);
    assert.ok(targets.length > 10);
    assert.deepEqual(
      targets.filter((target) => !target.startsWith('https://')),
      [],
    );
    const tag = `${project.repository}/(?:blob|raw)/${project.tag}/`;
    for (const target of targets) {
      const [, file] = new RegExp(`^${tag}([^#]+)`).exec(target) ?? [];
      if (file !== undefined) assert.ok(existsSync(path.join(root, file)), target);
    }
  });

  test('pnpm packs the same files', () => {
    const other = mkdtempSync(path.join(tmpdir(), 'podlint-pnpm-'));
    try {
      packedBy('npx', '--yes', `pnpm@${pnpmVersion}`, 'pack', '--pack-destination', other);
      const filesIn = (of: string): string[] => {
        const [tarball] = readdirSync(of).filter((file) => file.endsWith('.tgz'));
        return run('tar', 'tzf', path.join(of, tarball!)).stdout.trim().split('\n').sort();
      };
      assert.deepEqual(filesIn(other), filesIn(folder));
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
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

  test('npx runs its command', () => {
    assert.match(run('npx', '--no-install', '--', 'podlint', '--version').stdout, /^podlint \d/);
  });

  test('require gives its library', () => {
    const { stdout } = run('node', '--eval', "console.log(typeof require('podlint').createLinter)");
    assert.equal(stdout, 'function\n');
  });

  test('a bundler takes its library into a page', () => {
    writeFileSync(
      path.join(folder, 'page.mjs'),
      "import { createLinter } from 'podlint'; console.log(createLinter());",
    );
    const esbuild = path.join(root, 'packages/cli/node_modules/.bin/esbuild');
    run(esbuild, 'page.mjs', '--bundle', '--platform=browser', '--format=esm', '--outfile=page.js');
    assert.doesNotMatch(readFileSync(path.join(folder, 'page.js'), 'utf8'), /\bfrom ?["']node:/);
  });

  test("README's program passes TypeScript's strictest checks", () => {
    const [, program] = /^```ts\n([^]*?)^```$/m.exec(readFileSync(path.join(root, 'README.md'), 'utf8'))!;
    mkdirSync(path.join(folder, 'readme'));
    writeFileSync(path.join(folder, 'readme/use.ts'), `declare const text: string;\n${program}`);
    const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--ignoreConfig'];
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    run(process.execPath, tsc, '--noEmit', ...strict, '--module', 'nodenext', '--lib', 'es2023,dom', 'readme/use.ts');
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
