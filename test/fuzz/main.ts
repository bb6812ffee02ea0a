/*
 * `npm run fuzz -- [--count N] [--seed N] [--seconds N] [--only WORD]`: inputs made of the project's own manifests by changes of their
 * structure, lines and characters, each held against what must be true of every one (invariants.ts). A failing input is made
 * smaller and kept in test/fuzz/corpus, which the tests look at from then on.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { keep } from './kept.js';
import { input, type Input } from './input.js';
import { invariantNames, prove } from './invariants.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const until = Date.now() + Number(values.seconds ?? Infinity) * 1000;
const only = values.only;
const asked = only === undefined ? invariantNames : invariantNames.filter((name) => name.includes(only));
/** So many have one seed, which is said when one of them fails. */
const portion = 1000;

let [done, failed] = [0, 0];
for (let part = 0; done < Number(values.count) && Date.now() < until; part++) {
  const numRuns = Math.min(portion, Number(values.count) - done);
  const result = fc.check(
    fc.property(input, (made) => {
      prove(made, asked);
    }),
    {
      numRuns,
      seed: seed + part,
      endOnFailure: values.quick !== undefined,
      interruptAfterTimeLimit: Math.max(1, Math.min(until - Date.now(), 2 ** 31 - 1)),
    },
  );
  done += result.numRuns;
  if (result.failed && result.counterexample) {
    failed++;
    tell(seed + part, result.counterexample[0], result.errorInstance);
  }
}
process.stdout.write(`${done} inputs, seeds ${seed} to ${seed + Math.ceil(done / portion) - 1}: ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function tell(of: number, made: Input, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const file = keep(made, message);
  process.stdout.write(`seed ${of}: ${message.slice(0, 2000)}\nkept as ${file}\n`);
}
