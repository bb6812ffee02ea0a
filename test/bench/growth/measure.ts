import type { Family } from './family.js';

interface Point {
  readonly count: number;
  readonly length: number;
  /** Of the fastest run, of this thread's CPU. */
  readonly seconds: number;
}

export interface Growth {
  readonly name: string;
  readonly points: readonly Point[];
  /** Of count to time, by least squares over the logarithms. */
  readonly exponent: number;
  readonly secondsPerMegabyte: number;
}

export interface Effort {
  readonly counts: readonly number[];
  /** Of each size, at most, and no more once they took `enough` seconds together: what is short is what the clock distorts. */
  readonly runs: number;
  readonly enough: number;
  /** A family of which one run takes longer is not run at the larger counts. */
  readonly longest: number;
}

/** As much as the clock and the collector of garbage may add to any run. */
const noise = 0.002;

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function secondsOf(run: () => unknown): number {
  const before = cpuSeconds();
  run();
  return cpuSeconds() - before;
}

export function growthOf(family: Family, { counts, runs, enough, longest }: Effort): Growth {
  const points: Point[] = [];
  const first = counts[0] ?? 1;
  // What is compiled and loaded at first is not of any size.
  const warmUp = family.prepare(Math.ceil((first / 4) * (family.scale ?? 1)));
  for (let round = 0; round < 3; round++) warmUp.run();
  for (const size of counts) {
    const count = Math.ceil(size * (family.scale ?? 1));
    const { length, run } = family.prepare(count);
    let [seconds, spent] = [Infinity, 0];
    for (let round = 0; round < runs && spent < enough; round++) {
      const taken = secondsOf(run);
      seconds = Math.min(seconds, taken);
      spent += taken;
    }
    points.push({ count, length, seconds });
    if (seconds > longest) break;
  }
  const last = points.at(-1);
  return {
    name: family.name,
    points,
    exponent: slope(points),
    secondsPerMegabyte: last ? last.seconds / Math.max(last.length / 1e6, 1e-2) : 0,
  };
}

function slope(points: readonly Point[]): number {
  const xs = points.map(({ count }) => Math.log(count));
  const ys = points.map(({ seconds }) => Math.log(seconds + noise));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const above = xs.reduce((sum, value, index) => sum + (value - x) * (ys[index]! - y), 0);
  const below = xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
  return below === 0 ? 0 : above / below;
}
