import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { samples } from '../kit/manifests.js';
import { root } from './run.js';

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Objects that rules over the whole run find something about, in files of their own. */
const crossing = [
  'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default}\nautomountServiceAccountToken: false\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}\n',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      hostAliases: [{ip: 10.0.0.1, hostnames: [web]}]\n      containers: [{name: web, image: "web:1", ports: [{containerPort: 8080}]}]\n',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web2}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: web, image: "web:1", imagePullPolicy: always}]}\n',
];

describe('with any number of jobs', { concurrency: 2 }, () => {
  let top = '';
  let files: string[] = [];

  before(() => {
    top = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-jobs-')));
    mkdirSync(path.join(top, 'all'));
    for (let index = 0; index < 160; index++)
      writeFileSync(
        path.join(top, 'all', `${index}.yaml`),
        [...crossing, ...samples][index % (samples.length + crossing.length)]!,
      );
    files = readdirSync(path.join(top, 'all')).sort();
  });
  after(() => rmSync(top, { recursive: true, force: true }));

  function run(folder: string, ...args: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(root, 'packages/cli/bundle/podlint.js'), '--preset', 'strict', ...args],
      { cwd: path.join(top, folder), encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return { status, stdout, stderr };
  }

  test('the files in any order give the same bytes, with a cache and without', () => {
    const expected = run('all', '--jobs', '1', '--format', 'json', ...files);
    assert.equal(expected.status, 1);
    const codes = new Set(
      (JSON.parse(expected.stdout) as { files: { diagnostics: { code: string }[] }[] }).files.flatMap(
        ({ diagnostics }) => diagnostics.map(({ code }) => code),
      ),
    );
    for (const code of ['host-aliases/shadows-service', 'metadata/selector-too-wide', 'probes/no-readiness'])
      assert.ok(codes.has(code), `nothing of ${code} in it`);
    for (const jobs of ['2', '8']) {
      for (const cache of [[], ['--cache=../kept'], ['--cache=../kept']])
        assert.deepEqual(
          run('all', '--jobs', jobs, ...cache, '--format', 'json', ...shuffled(Number(jobs))),
          expected,
          `${jobs} jobs ${cache.join('')}`,
        );
    }
    assert.deepEqual(run('all', '--cache=../kept', '--format', 'json', '.').stdout, expected.stdout);
  });

  test('the text is the same', () =>
    assert.deepEqual(run('all', '--jobs', '3', ...shuffled(3)), run('all', '--jobs', '1', ...files)));

  test('fixes are the same', () => {
    const outcomes = ['1', '2', '8'].map((jobs) => {
      cpSync(path.join(top, 'all'), path.join(top, `fixed-${jobs}`), { recursive: true });
      return run(`fixed-${jobs}`, '--fix', '--jobs', jobs, ...(jobs === '8' ? ['--cache=../fixed'] : []), '.');
    });
    assert.deepEqual(outcomes[1], outcomes[0]);
    assert.deepEqual(outcomes[2], outcomes[0]);
    assert.match(outcomes[0]!.stderr, /fixes went into/);
    for (const file of files)
      for (const jobs of ['2', '8'])
        assert.equal(
          readFileSync(path.join(top, `fixed-${jobs}`, file), 'utf8'),
          readFileSync(path.join(top, 'fixed-1', file), 'utf8'),
          file,
        );
  });

  /** The same files, in an order that depends on a number. */
  function shuffled(seed: number): string[] {
    return files
      .map((file, index) => ({ file, at: (index * 7919 * seed + seed) % 163 }))
      .sort((a, b) => a.at - b.at)
      .map(({ file }) => file);
  }
});
