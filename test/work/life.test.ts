// An hour in the life of a Pod with ten containers takes less than 5 ms. Time differs by machine, so this holds what it
// is made of: how often functions are called, and what is allocated. Both without optimised code (measure-life.mjs).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../scenarios/run.js';

interface Work {
  readonly calls: number;
  readonly bytes: number;
}

/** In thousands; a tenth (calls) and a third (bytes) above what it was. */
const most: Readonly<Record<string, Work>> = {
  'all goes well': { calls: 30, bytes: 2700 },
  'never ready': { calls: 51, bytes: 4000 },
  'never alive': { calls: 316, bytes: 31_000 },
  'all crash together': { calls: 72, bytes: 5900 },
  'each crashes at its own time': { calls: 286, bytes: 22_000 },
  'all crash, with probes': { calls: 229, bytes: 24_800 },
  'no image can be pulled': { calls: 176, bytes: 16_000 },
  'a probe each second that decides nothing yet': { calls: 24, bytes: 1700 },
  'one of them has ended for good': { calls: 31, bytes: 1900 },
  'one has ended for good, the others are never ready': { calls: 73, bytes: 5450 },
  deleted: { calls: 29, bytes: 2500 },
};

function measure(): Readonly<Record<string, Work>> {
  const flags = ['--no-opt', '--min-semi-space-size=256', '--max-semi-space-size=256', '--expose-gc'];
  const script = path.join(root, 'test/work/measure-life.mjs');
  const life = path.join(root, 'packages/kubelet/dist/life.js');
  return JSON.parse(execFileSync(process.execPath, [...flags, script, life], { encoding: 'utf8' })) as Readonly<
    Record<string, Work>
  >;
}

describe('an hour of ten containers is no more work than it was', () => {
  const work = measure();

  test('in every scenario that is known', () => {
    assert.deepEqual(Object.keys(work), Object.keys(most));
  });

  for (const [name, { calls, bytes }] of Object.entries(most))
    test(name, () => {
      const now = work[name];
      assert.ok(now && now.calls > 0 && now.bytes > 0);
      assert.ok(now.calls <= calls * 1000, `${now.calls} calls`);
      assert.ok(now.bytes <= bytes * 1000, `${now.bytes} bytes`);
    });
});
