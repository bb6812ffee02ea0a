// Many manifests, judged by as many `podlint check --ndjson` as Spark likes: joined, their results are those of one
// run.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, openSync, closeSync, readdirSync, writeSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
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

// Half an hour for 200,000, so a run by hand: PODLINT_SPARK_MANIFESTS=200000.
const count = Number(process.env.PODLINT_SPARK_MANIFESTS ?? 20_000);

/** What a file's entry says, short enough to keep for each of 200,000: an entry takes 4 kB. */
function digest(entry) {
  return createHash('sha256')
    .update(JSON.stringify(sorted(entry)))
    .digest('base64');
}

/** The lines of a file that is too long for one text of V8's. */
function linesOf(file) {
  return createInterface({ input: createReadStream(file) });
}

/** The entries of a report: each stands on a line of its own, with a comma behind it but for the last. */
async function* entriesOf(report) {
  for await (const line of linesOf(report)) if (line.startsWith('{"path":')) yield JSON.parse(line.replace(/,$/, ''));
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

/** Writes files both ways: each into a file, and all into one, a line each. */
function writeFleet(files, manifests, lines) {
  const stream = openSync(lines, 'w');
  for (const file of files) {
    mkdirSync(path.join(manifests, path.dirname(file.path)), { recursive: true });
    writeFileSync(path.join(manifests, file.path), file.text);
    writeSync(stream, `${JSON.stringify(file)}\n`);
  }
  closeSync(stream);
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
    writeFleet(fleet(count), manifests, lines);

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

    const fromSpark = new Map();
    let most = 0;
    for (const name of readdirSync(path.join(folder, 'results')).filter((entry) => entry.startsWith('part-')))
      for await (const line of linesOf(path.join(folder, 'results', name))) {
        const entry = JSON.parse(line);
        fromSpark.set(entry.path, digest(entry));
        most = Math.max(most, entry.diagnostics.length);
      }
    assert.equal(fromSpark.size, count);
    let reported = 0;
    for await (const entry of entriesOf(path.join(manifests, 'report.json'))) {
      assert.equal(fromSpark.get(entry.path), digest(entry), entry.path);
      reported++;
    }
    assert.ok(reported > count / 2, `${reported} files in the report`);
    assert.ok(most > 3, 'there are findings to compare');
  });
});
