/*
 * `npm run bench:growth -- [WORD...]`: how the time grows with the input, over families of inputs that each differ in one number
 * alone; those whose names hold a word, or all. Exit code 1 where one grows faster than n^1.2, or takes more than a second
 * for a megabyte.
 */
import { families } from './families.js';
import { growthOf, type Growth } from './measure.js';

const most = { exponent: 1.2, secondsPerMegabyte: 1 };
const effort = { counts: [1000, 2000, 4000, 8000], runs: 5, enough: 0.2, longest: 4 };
/** For what seems to be too much: others are at work on the machine too. */
const more = { ...effort, enough: 20 };

const words = process.argv.slice(2);
const asked = families.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

function isTooMuch({ exponent, secondsPerMegabyte }: Growth): boolean {
  return exponent > most.exponent || secondsPerMegabyte > most.secondsPerMegabyte;
}

function lineOf(growth: Growth): string {
  const { name, exponent, secondsPerMegabyte, points } = growth;
  const milliseconds = points.map(({ seconds }) => String(Math.round(seconds * 1000)).padStart(7)).join('');
  const numbers = `${exponent.toFixed(2).padStart(6)}  ${secondsPerMegabyte.toFixed(2).padStart(6)}`;
  return `${numbers}  ${milliseconds.padEnd(28)}  ${isTooMuch(growth) ? '! ' : '  '}${name}\n`;
}

process.stdout.write(`     n^    s/MB  ms for ${effort.counts.join(', ')}\n`);
let tooMuch = 0;
for (const family of asked) {
  let growth = growthOf(family, effort);
  if (isTooMuch(growth)) growth = growthOf(family, more);
  if (isTooMuch(growth)) tooMuch++;
  process.stdout.write(lineOf(growth));
}
process.stdout.write(
  `${asked.length} families, ${tooMuch} above n^${most.exponent} or ${most.secondsPerMegabyte} s/MB\n`,
);
process.exitCode = tooMuch > 0 ? 1 : 0;
