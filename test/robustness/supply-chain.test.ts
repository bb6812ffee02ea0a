// What is published holds what it should and nothing else, runs nothing where it is installed, and says what it was made from.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../scenarios/run.js';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly optionalDependencies?: object;
}
interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly unknown[];
    readonly hashes: readonly { readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

/** Hashed names of chunks change with what is in them. */
const chunk = /^(?:chunks|command|scripts(?!\/groups))\/(?:[\w.-]+\/)*[\w.-]+\.(?:c?js|mjs|d\.ts)$/;
const both = ['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY-LICENSES.txt', 'package.json', 'sbom.cdx.json'];
const carriedGroups = readdirSync(path.join(root, 'packages/crds/src/groups')).map(
  (name) => `scripts/groups/${path.basename(name, '.ts')}.js`,
);
const published = {
  'packages/cli/bundle': [
    ...both,
    'action.js',
    'change.schema.json',
    'config.schema.json',
    'graph.schema.json',
    'report.schema.json',
    'podlint.1',
    'podlint.cjs',
    'podlint.js',
    'judge-worker.js',
    ...['index', 'node', 'kubelet', 'kustomize', 'policy'].flatMap((name) => [`${name}.js`, `${name}.d.ts`]),
  ],
  'packages/eslint-plugin/bundle': [...both, 'index.js', 'index.d.ts', ...carriedGroups],
} as const;

/** They are run where a package is installed. */
const installing = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare', 'dependencies'];

for (const [folder, expected] of Object.entries(published))
  describe(folder, () => {
    test('the tarball has these files, and no others', () => {
      const { stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: path.join(root, folder),
        encoding: 'utf8',
        env: { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' },
      });
      const [packed] = JSON.parse(stdout || `["${stderr}"]`) as { files: { path: string; mode: number }[] }[];
      const files = packed!.files.map((file) => file.path);
      assert.deepEqual(files.filter((file) => !chunk.test(file)).sort(), [...expected].sort());
      assert.ok(files.some((file) => chunk.test(file)));
      for (const { path: file } of packed!.files) {
        const absolute = path.join(root, folder, file);
        if (process.platform !== 'win32' && readFileSync(absolute, 'latin1').startsWith('#!'))
          assert.ok((statSync(absolute).mode & 0o111) === 0o111, `${file} says what runs it, and cannot be run`);
      }
    });

    test('it runs nothing where it is installed, and brings nothing along', () => {
      for (const file of [`${folder}/package.json`, `${path.dirname(folder)}/package.json`]) {
        const { scripts = {} } = readJson(file) as Manifest;
        assert.deepEqual(
          Object.keys(scripts).filter((name) => installing.includes(name)),
          [],
          file,
        );
      }
      const { dependencies, optionalDependencies } = readJson(`${folder}/package.json`) as Manifest;
      assert.deepEqual([dependencies, optionalDependencies], [undefined, undefined]);
    });

    test('its bill of materials names what its licences name', () => {
      const { name, version } = readJson(`${folder}/package.json`) as Manifest;
      const bom = readJson(`${folder}/sbom.cdx.json`) as Sbom;
      assert.deepEqual([bom.bomFormat, bom.specVersion], ['CycloneDX', '1.6']);
      const licences = readFileSync(path.join(root, folder, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
      const noticed = [...licences.matchAll(/^(@?[\w./-]+) (\d+\.\d+\.\d+\S*) \([\w. -]+\)$/gm)].map(
        ([, of, at]) => `${of}@${at}`,
      );
      assert.deepEqual(bom.components.map((one) => `${one.name}@${one.version}`).sort(), noticed.sort());
      for (const { purl, hashes, licenses } of bom.components) {
        assert.match(purl, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
        assert.match(hashes[0]!.content, /^[\da-f]{128}$/);
        assert.equal(licenses.length, 1);
      }
      assert.deepEqual(bom.dependencies[0], {
        ref: `pkg:npm/${name}@${version}`,
        dependsOn: bom.components.map(({ purl }) => purl),
      });
    });
  });

test('no dependency runs a script where it is installed, and every version is in the lockfile with its hash', () => {
  assert.match(readFileSync(path.join(root, 'pnpm-workspace.yaml'), 'utf8'), /^allowBuilds:\n {2}esbuild: false\n/m);
  const lock = readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8');
  const resolutions = lock.split('\n').filter((line) => line.startsWith('    resolution: '));
  assert.ok(resolutions.length > 200);
  for (const line of resolutions) assert.match(line, /\{integrity: sha512-[\w+/]+=*\}$/);
});
