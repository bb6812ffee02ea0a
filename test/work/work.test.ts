// How much work a run is: what it allocates, which is the same on every machine, where time is not. More than 5 % above
// what is written down fails. After a change that is worth it: PODLINT_WORK=write npm run test:run -- work
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../scenarios/run.js';

type Figures = Readonly<Record<string, number>>;

/** Bytes a file, by the major version of Node: another V8 allocates otherwise. */
const file = path.join(root, 'test/work/allocated.json');
const written = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Figures>>;
const major = process.versions.node.split('.')[0] ?? '';
const isWriting = process.env['PODLINT_WORK'] === 'write';
const tolerance = 0.05;

async function measure(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'podlint-work-'));
  try {
    const { writeCorpus } = (await import(path.join(root, 'test/bench/peers/corpus.mjs'))) as {
      writeCorpus: (folder: string, files: number) => void;
    };
    writeCorpus(folder, 40);
    const flags = ['--no-opt', '--min-semi-space-size=256', '--max-semi-space-size=256', '--expose-gc'];
    const script = path.join(root, 'test/work/measure.mjs');
    const library = path.join(root, 'packages/cli/bundle/index.js');
    return JSON.parse(
      execFileSync(process.execPath, [...flags, script, library, folder], { encoding: 'utf8' }),
    ) as Figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test(
  'a run allocates no more than it did',
  { skip: !isWriting && !written[major] && `no figures of Node ${major}` },
  async () => {
    const now = await measure();
    if (isWriting) {
      writeFileSync(file, `${JSON.stringify({ ...written, [major]: now }, undefined, 2)}\n`);
      return;
    }
    const before = written[major] ?? {};
    assert.deepEqual(Object.keys(now), Object.keys(before));
    for (const [name, bytes] of Object.entries(before))
      assert.ok(
        (now[name] ?? Infinity) <= bytes * (1 + tolerance),
        `${name}: ${now[name]} bytes a file, ${bytes} before`,
      );
  },
);
