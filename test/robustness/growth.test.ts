// The time grows with the input and not with its square: the families of `npm run bench:growth`, small, each held against itself,
// so that the speed of the machine does not matter.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { families } from '../bench/growth/families.js';
import type { Family } from '../bench/growth/family.js';

const [few, many] = [300, 1200];
/** Four times as much may take eight times as long; what is squared takes sixteen times as long. */
const most = 4 ** 1.5;
/** Seconds of a collection of garbage or a compilation, which are of no size. */
const noise = 0.04;

function seconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function best(run: () => unknown, runs: number): number {
  return Math.min(...Array.from({ length: runs }, () => seconds(run)));
}

function growthOf({ prepare, scale = 1 }: Family, runs: number): readonly [number, number] {
  const [small, large] = [prepare(Math.ceil(few * scale)), prepare(Math.ceil(many * scale))];
  best(small.run, 1);
  return [best(small.run, runs), best(large.run, runs)];
}

describe('no input takes time by its square', () => {
  for (const family of families)
    test(family.name, () => {
      let times: readonly [number, number] = [0, Infinity];
      // Others are at work on the machine too: what is too much is so each time.
      for (let attempt = 1; attempt <= 4 && times[1] > most * times[0] + noise; attempt++)
        times = growthOf(family, attempt);
      const [small, large] = times;
      assert.ok(large <= most * small + noise, `${few}: ${small} s, ${many}: ${large} s`);
    });
});
