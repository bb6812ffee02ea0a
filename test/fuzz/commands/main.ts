/*
 * `npm run fuzz:commands -- [--count N] [--seed N] [--seconds N]`: a small repository with one or two files changed at random, and a
 * command that reads them. A failing one is made smaller and printed with its seed.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { disturbance } from './input.js';
import { Repository } from './repository.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    seed: { type: 'string' },
    seconds: { type: 'string' },
  },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const until = Date.now() + Number(values.seconds ?? Infinity) * 1000;
/** So many have one seed, which is said when one of them fails. */
const portion = 200;

const repository = await Repository.make();
let [done, failed] = [0, 0];
for (let part = 0; done < Number(values.count) && Date.now() < until; part++) {
  const result = await fc.check(
    fc.asyncProperty(disturbance, (made) => repository.prove(made)),
    { numRuns: Math.min(portion, Number(values.count) - done), seed: seed + part },
  );
  done += result.numRuns;
  if (!result.failed) continue;
  failed++;
  const { message } = result.errorInstance as Error;
  process.stdout.write(`seed ${seed + part}: ${message.slice(0, 3000)}\n`);
}
repository.remove();
process.stdout.write(`${done} calls, seeds ${seed} to ${seed + Math.ceil(done / portion) - 1}: ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
