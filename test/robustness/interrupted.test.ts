// Ctrl-C ends a run with what was found by then; what it did not come to is not taken for checked.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { root } from '../scenarios/run.js';

const folder = mkdtempSync(path.join(tmpdir(), 'podlint-interrupted-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});
mkdirSync(path.join(folder, 'k8s'));
const files = 4000;
for (let index = 0; index < files; index++)
  writeFileSync(
    path.join(folder, 'k8s', `${index}.yaml`),
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p${index}, namespace: shop}\nspec: {containers: [{name: app, image: "a:1", ports: [{containerPort: 80000}]}]}\n`,
  );

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], interruptAfter: number): Promise<Ended> {
  const command = path.join(root, 'packages/cli/bundle/podlint.js');
  const child = spawn(process.execPath, [command, ...args, 'k8s'], { cwd: folder });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  const timer = setTimeout(() => child.kill('SIGINT'), interruptAfter);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...output });
    }),
  );
}

/** Machines differ in speed: one of these moments is in the middle of the judging. */
const moments = [200, 300, 400, 600, 800, 1200, 1800, 2700, 4000, 6000, 9000, 15_000];

async function interrupted(...args: readonly string[]): Promise<Ended> {
  for (const moment of moments) {
    const ended = await run(args, moment);
    if (ended.code === 130 && ended.stdout !== '') return ended;
  }
  throw new Error('no run was interrupted while it judged');
}

test('a run that is interrupted', async (t) => {
  await t.test('reports what it found, and counts what it did not come to', async () => {
    const { stdout, stderr } = await interrupted('--preset', 'none', '--format', 'json');
    const report = JSON.parse(stdout) as { summary: Record<'files' | 'checked' | 'skipped' | 'errors', number> };
    const { files: all, checked, skipped, errors } = report.summary;
    assert.equal(all, files);
    assert.ok(skipped > 0 && checked < files, `${checked} checked, ${skipped} skipped`);
    assert.equal(checked + skipped, files);
    assert.equal(errors, checked);
    assert.match(stderr, /the run was interrupted: what it did not come to is not checked/);
  });

  await t.test('writes no baseline of the half', async () => {
    const { code } = await interrupted('--preset', 'none', '--write-baseline=half.json');
    assert.equal(code, 130);
    assert.equal(existsSync(path.join(folder, 'half.json')), false);
  });
});
