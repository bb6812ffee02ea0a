/** `podlint check --shard` and `podlint merge`: the parts, joined, are the whole, byte for byte. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Report } from 'podlint';
import { samples } from '../kit/manifests.js';
import { root } from './run.js';

const podlint = path.join(root, 'packages/cli/bundle/podlint.js');
const counts = [1, 2, 3, 7];

/**
 * Files in which much is found, some of it between two files that no shard of several has both of, and two folders
 * judged for other versions.
 */
function manifests(): Record<string, string> {
  const files: Record<string, string> = {
    'podlint.config.yaml': 'extends: podlint:strict\ncomplete: true\n',
    'old/podlint.config.yaml': 'extends: podlint:strict\nkubernetesVersion: [1.33, 1.30]\n',
    'empty.yaml': '',
  };
  samples.forEach((text, index) => (files[`${['a', 'b/c', 'old', 'ä #?'][index % 4]}/${index}.yaml`] = text));
  for (const name of ['one', 'two', 'three', 'four']) {
    files[`web/${name}.yaml`] =
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      hostAliases: [{ip: 10.0.0.1, hostnames: [db]}]\n      containers:\n        - {name: app, image: "registry.example/app:1", ports: [{containerPort: 80}]}\n`;
  }
  files['service.yaml'] =
    'apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
  return files;
}

describe('--shard and merge', { concurrency: 2 }, () => {
  let folder = '';
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [podlint, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const shardNames = (count: number, ending: string): string[] =>
    Array.from({ length: count }, (_, index) => `out/${index + 1}-of-${count}.${ending}`);

  before(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-shard-')));
    for (const [name, text] of Object.entries(manifests())) {
      mkdirSync(path.dirname(path.join(folder, 'files', name)), { recursive: true });
      writeFileSync(path.join(folder, 'files', name), text);
    }
    mkdirSync(path.join(folder, 'out'));
    run(
      'files',
      '--format',
      'json=out/whole.json',
      '--format',
      'sarif=out/whole.sarif',
      '--format',
      'text=out/whole.txt',
    );
    for (const count of counts) {
      for (let index = 1; index <= count; index++) {
        const { status } = run(
          'files',
          '--shard',
          `${index}/${count}`,
          '--quiet',
          '--format',
          `json=out/${index}-of-${count}.json`,
          '--format',
          `text=out/${index}.txt`,
        );
        assert.ok(status === 0 || status === 1);
        run('files', '--shard', `${index}/${count}`, '--format', `sarif=out/${index}-of-${count}.sarif`);
      }
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('the whole has findings between files, and of several versions', () => {
    const report = JSON.parse(read('out/whole.json')) as Report;
    const far = report.files.flatMap(({ path, diagnostics }) =>
      diagnostics.filter(({ related }) => related.some(({ file }) => file !== path)),
    );
    assert.deepEqual(
      [...new Set(far.map(({ code }) => code))]
        .filter((code) =>
          ['host-aliases/shadows-service', 'metadata/selector-too-wide', 'probes/no-readiness'].includes(code),
        )
        .sort(),
      ['host-aliases/shadows-service', 'metadata/selector-too-wide', 'probes/no-readiness'],
    );
    assert.deepEqual(report.kubernetesVersions, ['1.30', '1.33', '1.36']);
  });

  for (const count of counts) {
    test(`${count} JSON reports are one`, () => {
      assert.equal(run('merge', ...shardNames(count, 'json')).stdout, read('out/whole.json'));
      assert.equal(run('merge', ...shardNames(count, 'json').reverse()).stdout, read('out/whole.json'));
    });

    test(`${count} SARIF reports are one`, () =>
      assert.equal(run('merge', ...shardNames(count, 'sarif').reverse()).stdout, read('out/whole.sarif')));

    test(`each file is in one shard of ${count}`, () => {
      const parts = shardNames(count, 'json').map((name) =>
        (JSON.parse(read(name)) as Report).files.map((file) => file.path),
      );
      assert.deepEqual(
        parts.flat().sort(),
        (JSON.parse(read('out/whole.json')) as Report).files.map((file) => file.path),
      );
    });
  }

  test('merged JSON becomes SARIF and the other formats', () => {
    const result = run(
      'merge',
      ...shardNames(3, 'json'),
      '--format',
      'sarif=out/merged.sarif',
      '--format',
      'junit=out/merged.xml',
      '--format',
      'gitlab=out/merged-gitlab.json',
      '--format',
      'text',
    );
    assert.equal(read('out/merged.sarif'), read('out/whole.sarif'));
    assert.equal(result.stdout.split('\n').at(-2), read('out/whole.txt').split('\n').at(-2));
    assert.match(read('out/merged.xml'), /^<\?xml/);
    assert.ok(Array.isArray(JSON.parse(read('out/merged-gitlab.json'))));
  });

  test('a report that comes twice counts once', () => {
    assert.equal(
      run('merge', 'out/whole.json', 'out/whole.json', ...shardNames(2, 'json')).stdout,
      read('out/whole.json'),
    );
    assert.equal(
      run('merge', 'out/whole.sarif', ...shardNames(2, 'sarif'), 'out/whole.sarif').stdout,
      read('out/whole.sarif'),
    );
  });

  test('runs over the same files for other versions are one run for all of them', () => {
    const versions = ['1.30', '1.33', '1.36'];
    for (const version of versions)
      run('files', '--kubernetes-version', version, '--format', `json=out/${version}.json`);
    const whole = run(
      'files',
      ...versions.flatMap((version) => ['--kubernetes-version', version]),
      '--format',
      'json',
    ).stdout;
    assert.equal(run('merge', ...[...versions].reverse().map((version) => `out/${version}.json`)).stdout, whole);
  });

  test('no more is read than there is room for', () => {
    const tooLarge = (file: string): string =>
      `podlint: "${file}" is not merged: with it the reports are larger than 256 MB together, the most that is merged. Leave findings out of them with --level, or merge fewer reports.\n`;
    writeFileSync(path.join(folder, 'out/large.json'), '');
    truncateSync(path.join(folder, 'out/large.json'), 256 * 1024 * 1024);
    const of = (...files: string[]): readonly [number | null, string, string] => {
      const { status, stdout, stderr } = run('merge', ...files);
      return [status, stdout, `${stderr.split('\n')[0]}\n`];
    };
    assert.deepEqual(of('out/whole.json', 'out/large.json'), [2, '', tooLarge('out/large.json')]);
    if (process.platform !== 'win32') assert.deepEqual(of('/dev/zero'), [2, '', tooLarge('/dev/zero')]);
  });

  test('with a baseline, too', () => {
    run(
      'files/web',
      'files/service.yaml',
      '--write-baseline=out/baseline.json',
      '--quiet',
      '--format',
      'text=out/text.txt',
    );
    const args = ['files', '--baseline', 'out/baseline.json', '--quiet'];
    const whole = run(...args, '--format', 'json').stdout;
    assert.notEqual((JSON.parse(whole) as Report).summary.setAside ?? 0, 0);
    for (const shard of ['1/2', '2/2'])
      run(
        ...args,
        '--shard',
        shard,
        '--format',
        `json=out/known-${shard[0]}.json`,
        '--format',
        `sarif=out/known-${shard[0]}.sarif`,
      );
    assert.equal(run('merge', 'out/known-2.json', 'out/known-1.json').stdout, whole);
    assert.equal(
      run('merge', 'out/known-2.sarif', 'out/known-1.sarif').stdout,
      run(...args, '--format', 'sarif').stdout,
    );
  });
});
