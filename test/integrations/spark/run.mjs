// 50,000 manifests, judged by as many `podlint check --ndjson` as Spark likes: joined, their results are those of one
// run.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { must, podlint, provide, root, run, temporaryFolder } from '../kit.mjs';

const version = '4.3.0';
const { folder: environment, skip } = provide({
  name: 'pyspark',
  version,
  programs: ['python3', 'java'],
  install: (folder) => {
    must('python3', ['-m', 'venv', folder]);
    must(path.join(folder, 'bin/pip'), ['install', '--quiet', '--no-input', `pyspark==${version}`]);
  },
});

const count = 50_000;

/** Files by their paths, each as canonical JSON. */
function byPath(files) {
  return new Map(files.map((file) => [file.path, JSON.stringify(sorted(file))]));
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

function seconds(work) {
  const start = Date.now();
  const result = work();
  return [result, (Date.now() - start) / 1000];
}

describe('Spark', { skip }, () => {
  test(`has the same to say of ${count} manifests as one run`, async (context) => {
    const { fleet } = await import(pathToFileURL(path.join(root, 'test/dist/scale/manifests.js')).href);
    const folder = temporaryFolder(context);
    const manifests = path.join(folder, 'manifests');
    const lines = path.join(folder, 'lines.ndjson');
    const all = [...fleet(count)];
    for (const team of new Set(all.map((file) => path.dirname(file.path))))
      mkdirSync(path.join(manifests, team), { recursive: true });
    for (const file of all) writeFileSync(path.join(manifests, file.path), file.text);
    writeFileSync(lines, all.map((file) => `${JSON.stringify(file)}\n`).join(''));

    const options = ['--preset', 'recommended', '--kubernetes-version', '1.36'];
    const [single, singleTime] = seconds(() =>
      run(
        process.execPath,
        [
          '--max-old-space-size=12000',
          podlint,
          'check',
          '--format',
          'json=report.json',
          '--ignore',
          'report.json',
          ...options,
          '.',
        ],
        { cwd: manifests },
      ),
    );
    assert.equal(single.status, 1, single.stderr);
    const report = readFileSync(path.join(manifests, 'report.json'), 'utf8');

    const command = `${process.execPath} ${podlint} check --ndjson ${options.join(' ')}`;
    const [spark, sparkTime] = seconds(() =>
      must(
        path.join(environment, 'bin/python'),
        [path.join(import.meta.dirname, 'fleet.py'), command, lines, path.join(folder, 'results'), '16'],
        { cwd: folder },
      ),
    );
    const { partitions, results, refused } = JSON.parse(spark.stdout.trim().split('\n').at(-1));
    assert.deepEqual([results, refused], [count, 0]);
    assert.ok(partitions >= 16);
    context.diagnostic(
      `one run ${singleTime.toFixed(1)} s; Spark, local[2], ${partitions} partitions ${sparkTime.toFixed(1)} s, its start among it`,
    );

    const written = readdirSync(path.join(folder, 'results')).filter((name) => name.startsWith('part-'));
    const joined = written.flatMap((name) =>
      readFileSync(path.join(folder, 'results', name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    );
    const [fromSpark, fromOne] = [byPath(joined), byPath(JSON.parse(report).files)];
    assert.equal(fromSpark.size, count);
    for (const [file, entry] of fromOne) assert.equal(fromSpark.get(file), entry, file);
    assert.ok(
      joined.some(({ diagnostics }) => diagnostics.length > 3),
      'there are findings to compare',
    );
  });
});
